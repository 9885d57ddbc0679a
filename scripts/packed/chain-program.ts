/** A program of a browser or any other runtime: a chain with a slip of the pen, found without asking anybody. */
export const chainProgram = `import { random, train } from "@trainyard/builder";
const chain = train().on("auto").project(101).split(random(80)).with({ model: "YOLO/YOLO26s-dte" });
console.log("found", chain.check().map(({ code }) => code).join());
`;

/** What it prints. */
export const chainFinding = "found MODEL_UNKNOWN";
