import { escapeHtml } from "./escape-html.ts";

/** A readable text as HTML for a notebook: its lines and columns stay, and nothing in it is markup. */
export function textHtml(text: string): string {
  return `<pre style="margin:0;line-height:1.45;white-space:pre-wrap">${escapeHtml(text)}</pre>`;
}
