import { dirname, join, relative } from "node:path";
import type { MarkdownRenderer } from "vitepress";

/** Links to files outside the site (sources, tests) stay words: the repository shows them, the site has no page for them. */
export function unlinkOutside(markdown: MarkdownRenderer, docs: string): void {
  markdown.core.ruler.push("unlink-outside", ({ tokens, env }) => {
    const folder = dirname(env.realPath ?? env.path);
    for (const { children } of tokens) {
      const open: boolean[] = [];
      for (const token of children ?? []) {
        if (token.type === "link_open") open.push(isOutside(docs, folder, token.attrGet("href") ?? ""));
        const isOutsideLink = token.type === "link_close" ? open.pop() : open.at(-1);
        if (!isOutsideLink || !token.type.startsWith("link_")) continue;
        token.tag = "span";
        token.attrs = null;
        token.type = "unlinked";
      }
    }
  });
}

function isOutside(docs: string, folder: string, href: string): boolean {
  if (/^(?:[a-z]+:|#|\/)/i.test(href)) return false;
  return relative(docs, join(folder, href)).startsWith("..");
}
