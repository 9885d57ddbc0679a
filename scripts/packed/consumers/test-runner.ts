import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const body = `
test("a start on an embedded instance is one task", async () => {
  const dir = await mkdtemp(join(tmpdir(), "packed-"));
  const local = await startLocalInstance({ dir: join(dir, "instance"), idle: true });
  await writeSampleProject(join(dir, "scenes"), { images: 6 });
  const { id } = await local.importProject(join(dir, "scenes"));
  const chain = train(connect({ address: local.address, token: local.token })).on("auto").project(id).use("yolo/smoke");
  const [one, two] = [await chain.start({ key: "k" }), await chain.start({ key: "k" })];
  expect(two.taskId).toBe(one.taskId);
  await local.close();
  await rm(dir, { recursive: true, force: true });
});
`;
const imports = `import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { train } from "@trainyard/builder";
import { connect } from "@trainyard/core";
import { startLocalInstance, writeSampleProject } from "@trainyard/local";
`;

/** Users' own tests against the embedded instance, as the guide on tests has them. */
export const testRunners: readonly PackedConsumer[] = [
  {
    name: "vitest",
    tools: ["vitest@4"],
    fast: false,
    run({ folder }) {
      writeFiles(folder, { "start.test.js": `import { expect, test } from "vitest";\n${imports}${body}` });
      return expectOutput(folder, ["node_modules/.bin/vitest", "run"], "1 passed");
    },
  },
  {
    name: "jest",
    tools: ["jest@30"],
    fast: false,
    run({ folder }) {
      writeFiles(folder, {
        "start.test.js": `import { expect, test } from "@jest/globals";\n${imports}${body}`,
        "jest.config.js": 'export default { transform: {}, testEnvironment: "node" };\n',
      });
      const flags = ["--experimental-vm-modules", "--no-warnings"];
      return expectOutput(folder, [process.execPath, ...flags, "node_modules/jest/bin/jest.js"], "1 passed");
    },
  },
];
