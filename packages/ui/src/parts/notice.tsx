import type { ComponentChildren } from "preact";
import type { Tone } from "./tone.ts";

/** A sentence that a person should not miss. Bad news is read out at once. */
export function Notice({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <div class={`notice ${tone}`} role={tone === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}
