import type { PageNote } from "@trainyard/app/page";
import { Notice } from "../parts/notice.tsx";

/** The sentences at a step; one about a field leads there. */
export function Notes({ notes }: { readonly notes: readonly PageNote[] }) {
  return (
    <div class="notes">
      {notes.map(({ tone, text, field, line }) => (
        <Notice key={`${tone} ${text}`} tone={tone}>
          {text}{" "}
          {field === "" ? null : (
            <button type="button" class="jump" onClick={() => jump(field, line)}>
              {line > 0 ? `Line ${line}` : "Show"}
            </button>
          )}
        </Notice>
      ))}
    </div>
  );
}

/** Brings a field into sight and focus; the editor goes to the line. */
function jump(field: string, line: number): void {
  const place = document.getElementById(`field-${field}`);
  if (place === null) return;
  place.scrollIntoView({ block: "center" });
  place.dispatchEvent(new CustomEvent("jump", { detail: line }));
  const control = place.matches("input, select, button")
    ? place
    : place.querySelector<HTMLElement>("input:not(:disabled), select, button, [tabindex]");
  control?.focus();
}
