// Counts the tests of a vitest report (JSON): `count.mjs REPORT STATUS`. Fails where a test failed, was skipped, or none ran.
import { readFileSync } from "node:fs";

const [report, status] = process.argv.slice(2);
let tests = [];
let broken = [];
try {
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  tests = testResults.flatMap((file) => file.assertionResults.map((test) => ({ file: file.name, ...test })));
  broken = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((t) => t.status !== "failed"),
  );
} catch (error) {
  console.log(`no test report: ${error.message}`);
}

const count = (wanted) => tests.filter((test) => test.status === wanted).length;
const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
for (const test of skipped) console.log(`skipped, which is not allowed here: ${test.fullName} (${test.file})`);
for (const file of broken) console.log(`failed outside of any test: ${file.name}`);

const passed = count("passed");
const failed = count("failed") + skipped.length + broken.length + (tests.length === 0 ? 1 : 0);
process.exitCode = failed > 0 || Number(status) !== 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
