import type { ComponentChildren } from "preact";
import type { Tone } from "./tone.ts";

/** A word or a number in a pill. */
export function Badge({
  tone = "",
  children,
}: {
  readonly tone?: Tone | "";
  readonly children: ComponentChildren;
}) {
  return <span class={`badge ${tone}`}>{children}</span>;
}
