import type { PageSet } from "@trainyard/app/page";
import { edit } from "../page-link.ts";

/** Datasets or collections, chosen for each side. */
export function SetsSplit({
  split,
  sets,
}: {
  readonly split: {
    readonly by: "datasets" | "collections";
    readonly train: readonly number[];
    readonly val: readonly number[];
  };
  readonly sets: readonly PageSet[];
}) {
  return (
    <div class="sides">
      {(["train", "val"] as const).map((side) => (
        <fieldset key={side}>
          <legend>{side === "train" ? "Train" : "Validation"}</legend>
          {sets.map(({ id, name, images }) => (
            <label key={id} class="check">
              <input
                type="checkbox"
                checked={split[side].includes(id)}
                onChange={({ currentTarget }) => {
                  const others = split[side].filter((other) => other !== id);
                  void edit({
                    split: { ...split, [side]: currentTarget.checked ? [...others, id] : others },
                  });
                }}
              />
              <span>
                {name} <span class="muted small">{images ?? "?"} images</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
