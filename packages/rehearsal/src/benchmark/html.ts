import type { html } from "hono/html";

/** HTML in which every value that was put in is text. */
export type Html = ReturnType<typeof html>;
