import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPackages } from "../package/package-entries.ts";
import { runCommand } from "../run-command.ts";

interface Manifest {
  readonly version: string;
  readonly repository?: unknown;
}

/** Why a release cannot be made now, one sentence each. */
export function releaseObstacles(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  publish: boolean,
): readonly string[] {
  const packages = readPackages(root).map(({ folder, name }) => {
    const manifest: Manifest = JSON.parse(
      readFileSync(join(root, "packages", folder, "package.json"), "utf8"),
    );
    return { name, folder, ...manifest };
  });
  const versions = new Set(packages.map(({ version }) => version));
  const unbuilt = packages.filter(({ folder }) => !existsSync(join(root, "packages", folder, "dist")));
  const homeless = packages.filter(({ repository }) => repository === undefined);
  const pending = readdirSync(join(root, ".changeset")).filter((file) => /^(?!README).*\.md$/.test(file));
  const says = (holds: boolean, sentence: string): readonly string[] => (holds ? [sentence] : []);
  return [
    ...says(versions.size > 1, `the packages have several versions: ${[...versions].join(", ")}`),
    ...says(unbuilt.length > 0, `not built: ${names(unbuilt)} (pnpm build)`),
    ...says(
      homeless.length > 0,
      `without "repository" in package.json, which provenance needs: ${names(homeless)}`,
    ),
    ...says(
      pending.length > 0,
      `changesets are not yet in a version: ${pending.join(", ")} (pnpm changeset version)`,
    ),
    ...says(runCommand(root, ["git", "status", "--porcelain"]).stdout !== "", "the work tree has changes"),
    ...says(
      publish && (env.GITHUB_ACTIONS !== "true" || env.ACTIONS_ID_TOKEN_REQUEST_URL === undefined),
      "provenance is given by the release workflow only: run it there",
    ),
  ];
}

function names(packages: readonly { readonly name: string }[]): string {
  return packages.map(({ name }) => name).join(", ");
}
