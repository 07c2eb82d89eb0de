import type { Config } from "../../config/config.js";
import { checkTexts } from "../../dossier/texts.js";
import { compile, openOntology, problemsIn } from "../compile.js";
import { EXIT, type ExitCode, InputError } from "../exit.js";
import type { Io } from "../io.js";
import { requireFolder } from "../settings.js";
import { counted, statistics } from "../statistics.js";

/**
 * Checks the dossiers, and their quotations where the folder of texts is given. Problems are the command's product, so they go to
 * standard output.
 */
export async function check(config: Config, io: Io): Promise<ExitCode> {
  if (config.texts !== null) await requireFolder(config.texts, "TEXTS");
  try {
    io.stdout.write(`${(await checked(config, io)).join("; ")}\n`);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) io.stdout.write(`${problem}\n`);
    io.stderr.write(`plenary: ${error.message}\n`);
    return error.exitCode;
  }
}

/** What was checked and found right, in words. @throws InputError */
async function checked(config: Config, io: Io): Promise<readonly string[]> {
  const ontology = await openOntology(config, io.cwd);
  const compiled = await compile(config, ontology, io);
  const { nodes, links, evidence, sources } = statistics(compiled.records, ontology);
  const counts = `${counted(nodes, "node")}, ${counted(links, "link")}, ${counted(evidence, "evidence")} from ${counted(sources, "source")}`;
  if (config.texts === null) return [counts, "no problems"];
  const { problems, proven, unquoted, withoutFile } = await checkTexts(compiled, config.texts);
  if (problems.length > 0) throw problemsIn(problems, config, io);
  const quotations = `${counted(proven, "quotation")} found in their texts, ${counted(unquoted, "evidence")} without a quotation`;
  return [counts, quotations, `${counted(withoutFile, "source")} without a text`, "no problems"];
}
