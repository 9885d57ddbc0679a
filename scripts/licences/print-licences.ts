import type { Licences } from "./read-licences.ts";

const head = `# Licences

Trainyard is under the MIT licence. What is installed with it, by licence; binaries of one platform (\`@img/sharp-linux-x64\`, say)
follow the package that takes them. One of those is not permissive: libvips, which sharp loads as a shared library, is under the LGPL.
Made with the site; \`pnpm check:licences\`, a gate, fails on a licence that nobody has agreed to.
`;

/** The page of docs: what users install, and what only this repository does. */
export function printLicences(users: Licences, all: Licences): string {
  const own = new Set(Object.values(users).flat());
  const rest = Object.entries(all).map(
    ([licence, names]) => [licence, names.filter((name) => !own.has(name))] as const,
  );
  return [
    head,
    section("What users install", Object.entries(users)),
    section("What only this repository installs, to build and to test", rest),
  ].join("\n");
}

function section(title: string, rows: readonly (readonly [string, readonly string[]])[]): string {
  const lists = rows
    .filter(([, names]) => names.length > 0)
    .map(([licence, names]) => `**${licence}:** ${names.map((name) => `\`${name}\``).join(", ")}.\n`);
  return [`## ${title}\n`, ...lists].join("\n");
}
