#!/usr/bin/env node
import { processIo } from "./cli/io.js";
import { run } from "./cli/program.js";

// Whoever reads the output, such as `head`, may have seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processIo());

// A connection to a database that hangs would keep the process.
setTimeout(() => process.exit(), 2_000).unref();
