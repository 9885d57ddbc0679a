import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const files = {
  "app/layout.jsx": "export default ({ children }) => <html lang='en'><body>{children}</body></html>;\n",
  "app/page.jsx": `"use client";
import { train } from "@trainyard/builder";
import { connectRemote } from "@trainyard/server/client";
export default function Page() {
  const yard = connectRemote("/api/trainyard");
  return <p title={yard.eventsUrl(1)}>{train().with({ model: "YOLO/YOLO26s-dte" }).check().length} problems</p>;
}
`,
  "app/api/trainyard/[...rest]/route.js": `import { connect } from "@trainyard/core";
import { createTrainyard } from "@trainyard/server";
import { toNextHandlers } from "@trainyard/server/next";
const yard = createTrainyard({ instance: connect({ address: "http://127.0.0.1:1", token: "t" }) });
export const { GET, POST } = toNextHandlers(yard);
`,
};

/** Next: the routes on its server, a chain and the browser's client in a page. */
export const next: PackedConsumer = {
  name: "next",
  tools: ["next@16", "react@19", "react-dom@19"],
  fast: false,
  run({ folder }) {
    writeFiles(folder, files);
    return expectOutput(folder, ["node_modules/.bin/next", "build"], "/api/trainyard/[...rest]");
  },
};
