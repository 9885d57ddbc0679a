import type { ComponentChildren } from "preact";

/** What stands where there is nothing yet: it says what would stand there, and how it comes there. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}
