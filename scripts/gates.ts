/** One gate: its short name and the package.json script that runs it alone. */
export interface Gate {
  readonly name: string;
  readonly script: string;
}

/** Every gate, quick ones first. `pnpm check` and CI read this list and no other. */
export const gates: readonly Gate[] = [
  { name: "format", script: "check:format" },
  { name: "lint", script: "check:lint" },
  { name: "types", script: "check:types" },
  { name: "arch", script: "check:arch" },
  { name: "size", script: "check:size" },
  { name: "unused", script: "check:unused" },
  { name: "licences", script: "check:licences" },
  { name: "test", script: "test" },
  { name: "presets", script: "test:presets" },
  { name: "browser", script: "test:browser" },
  { name: "examples", script: "check:examples" },
  { name: "docs", script: "check:docs" },
  { name: "package", script: "check:package" },
  { name: "packed", script: "test:packed:fast" },
];

/** Reads `--only=a,b` or `--without=a,b`; throws on a name that is no gate. */
export function chooseGates(args: readonly string[]): readonly Gate[] {
  return args.reduce<readonly Gate[]>((chosen, arg) => {
    const [flag, list = ""] = arg.split("=");
    const names = list.split(",");
    const unknown = names.find((name) => !gates.some((gate) => gate.name === name));
    if ((flag !== "--only" && flag !== "--without") || unknown !== undefined) {
      const known = gates.map(({ name }) => name).join(", ");
      throw new Error(
        `Cannot read "${arg}". Write --only=NAME,NAME or --without=NAME,NAME; the gates are ${known}.`,
      );
    }
    return chosen.filter(({ name }) => names.includes(name) === (flag === "--only"));
  }, gates);
}
