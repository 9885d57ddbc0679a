import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitepress";
import { unlinkOutside } from "./unlink-outside.ts";

const docs = join(import.meta.dirname, "..");
const codes = readdirSync(join(docs, "errors"))
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => name.slice(0, -".md".length));
const reference = readdirSync(join(docs, "reference/@trainyard"), { withFileTypes: true });
const packages = reference.filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** A sidebar's group: its title, and pages as `[title, link]`. */
function group(text: string, pages: readonly (readonly [string, string])[]) {
  return { text, items: pages.map(([title, link]) => ({ text: title, link })) };
}

/** Pages whose tables take the width of the outline as well. */
const wide = [
  "guides/from-python.md",
  "guides/embedding.md",
  "comparison.md",
  "fidelity.md",
  "platform-notes.md",
];

export default defineConfig({
  title: "Trainyard",
  description: "Start, watch and compare model trainings on Supervisely from TypeScript.",
  lang: "en",
  cleanUrls: true,
  srcExclude: ["notebooks/**"],
  rewrites: { "errors/README.md": "errors/index.md" },
  head: [["link", { rel: "icon", type: "image/svg+xml", href: "/mark.svg" }]],
  markdown: { config: (markdown) => unlinkOutside(markdown, docs) },
  transformPageData: (page) => {
    if (wide.includes(page.relativePath)) page.frontmatter.aside = false;
  },
  vite: { build: { chunkSizeWarningLimit: 4000 } },
  themeConfig: {
    logo: "/mark.svg",
    search: {
      provider: "local",
      options: {
        miniSearch: {
          searchOptions: {
            // What explains stands before what lists.
            boostDocument: (id: string) =>
              id.includes("/guides/") ? 4 : id.includes("/reference/") ? 0.5 : 1,
          },
        },
      },
    },
    outline: [2, 3],
    nav: [
      { text: "Get started", link: "/guides/getting-started" },
      { text: "Guides", link: "/guides/" },
      { text: "Reference", link: "/reference/" },
      { text: "Errors", link: "/errors/" },
      {
        text: "More",
        items: [
          { text: "Comparison with peers", link: "/comparison" },
          { text: "Differences from the Python SDK", link: "/fidelity" },
          { text: "Architecture", link: "/architecture" },
          { text: "Dependencies", link: "/dependencies" },
        ],
      },
    ],
    sidebar: {
      "/reference/": [
        group("Reference", [
          ["Every package", "/reference/"],
          ...packages.map((name) => [`@trainyard/${name}`, `/reference/@trainyard/${name}/`] as const),
          ["trainyard", "/reference/trainyard/"],
        ]),
      ],
      "/errors/": [
        group(
          "Codes",
          codes.map((code) => [code, `/errors/${code}`] as const),
        ),
      ],
      "/": [
        group("Begin", [
          ["Your first training", "/guides/getting-started"],
          ["From Python's TrainApi", "/guides/from-python"],
          ["Every guide", "/guides/"],
        ]),
        group("Describe a training", [
          ["Splits", "/guides/splits"],
          ["Hyperparameters", "/guides/hyperparameters"],
          ["Presets in a team", "/guides/presets"],
          ["Checking and planning", "/guides/checking-and-planning"],
          ["Rehearse before you rent", "/guides/rehearsal"],
        ]),
        group("Run it", [
          ["Starting exactly once", "/guides/starting-once"],
          ["Watching and re-attaching", "/guides/watching-runs"],
          ["Sweeps and comparison", "/guides/sweeps"],
          ["Rerun and finetune", "/guides/continuing"],
          ["From a terminal", "/guides/command-line"],
          ["From a notebook", "/guides/notebooks"],
          ["At scale", "/guides/scale"],
        ]),
        group("Build on it", [
          ["Your own training app", "/guides/training-app"],
          ["The platform's real apps", "/guides/real-apps"],
          ["Inside your own app", "/guides/embedding"],
          ["Assistants", "/guides/assistants"],
          ["In your tests", "/guides/testing"],
          ["Security", "/guides/security"],
        ]),
        group("Facts", [
          ["Comparison with peers", "/comparison"],
          ["Differences from the Python SDK", "/fidelity"],
          ["Architecture", "/architecture"],
          ["What the page stores", "/app-state"],
          ["What the platform does", "/platform-notes"],
          ["Dependencies", "/dependencies"],
          ["Licences", "/licences"],
        ]),
      ],
    },
  },
});
