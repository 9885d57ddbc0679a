import { join } from "node:path";
import { checkExamples } from "./doc-examples/check-examples.ts";

const root = process.cwd();
const { examples, documents, problems } = checkExamples(root, join(root, "node_modules/.bin/tsc"));
for (const problem of problems) console.log(problem.startsWith(" ") ? problem : `✗ ${problem}`);
console.log(`${examples} examples in ${documents} documents checked`);
process.exitCode = problems.length === 0 ? 0 : 1;
