import type { PageSet } from "@trainyard/app/page";
import { edit } from "../page-link.ts";

/** Datasets or collections, chosen for each side; what is nested stands below what it is nested in. */
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
          <Branch
            sets={sets}
            parent={null}
            chosen={split[side]}
            onChoose={(ids) => void edit({ split: { ...split, [side]: ids } })}
          />
        </fieldset>
      ))}
    </div>
  );
}

interface BranchProps {
  readonly sets: readonly PageSet[];
  readonly parent: number | null;
  readonly chosen: readonly number[];
  readonly onChoose: (ids: readonly number[]) => void;
}

/** A dataset counts without what is nested in it, so each is chosen by itself, or all below one at once. */
function Branch({ sets, parent, chosen, onChoose }: BranchProps) {
  const here = sets.filter(({ parentId }) => parentId === parent);
  if (here.length === 0) return null;
  const set = (ids: readonly number[], on: boolean) => {
    const others = chosen.filter((id) => !ids.includes(id));
    onChoose(on ? [...others, ...ids] : others);
  };
  return (
    <ul class="tree">
      {here.map(({ id, name, images }) => {
        const below = [id, ...idsBelow(sets, id)];
        const all = below.every((one) => chosen.includes(one));
        return (
          <li key={id}>
            <div class="row">
              <label class="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={({ currentTarget }) => set([id], currentTarget.checked)}
                />
                <span>
                  {name} <span class="muted small">{images ?? "?"} images</span>
                </span>
              </label>
              {below.length === 1 ? null : (
                <button type="button" class="jump small" onClick={() => set(below, !all)}>
                  {all ? "None of" : "All of"} {name}
                </button>
              )}
            </div>
            <Branch sets={sets} parent={id} chosen={chosen} onChoose={onChoose} />
          </li>
        );
      })}
    </ul>
  );
}

function idsBelow(sets: readonly PageSet[], parent: number): readonly number[] {
  return sets.filter(({ parentId }) => parentId === parent).flatMap(({ id }) => [id, ...idsBelow(sets, id)]);
}
