import { readFile } from "node:fs/promises";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse } from "graphql";
import { format } from "prettier";

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

/** What GraphQL Code Generator makes of the example's query and the printed schema: its types, and the query as a typed document. */
export async function exampleTypes(): Promise<string> {
  const [schema, query] = await Promise.all([read("schema/api.graphql"), read("examples/subgraph.graphql")]);
  const built = buildSchema(schema);
  const text = await codegen({
    filename: "subgraph.generated.ts",
    schema: parse(schema),
    schemaAst: built,
    documents: [{ location: "subgraph.graphql", document: parse(query) }],
    config: { useTypeImports: true, enumsAsTypes: true, scalars: { Date: "string", URL: "string" } },
    plugins: [{ operations: {} }, { typedDocumentNode: {} }],
    pluginMap: { operations, typedDocumentNode },
  });
  return format(`// Printed by GraphQL Code Generator: npm run examples\n${text}`, {
    parser: "typescript",
    printWidth: 120,
  });
}
