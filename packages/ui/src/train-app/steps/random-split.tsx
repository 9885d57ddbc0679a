import type { PageState } from "@trainyard/app/page";
import { DraftInput } from "../../parts/draft-input.tsx";
import { edit } from "../page-link.ts";

/** The two sides of a random split as a table: how many images, what percentage, typed or dragged. */
export function RandomSplit({
  split,
  images,
}: {
  readonly split: Extract<PageState["form"]["split"], { readonly by: "random" }>;
  readonly images: PageState["derived"]["images"];
}) {
  const { side } = split;
  const train = side === "train" ? split.percent : 100 - split.percent;
  const set = (percent: number) => {
    if (Number.isInteger(percent) && percent >= 1 && percent <= 99)
      void edit({ split: { by: "random", percent: side === "train" ? percent : 100 - percent, side } });
  };
  return (
    <>
      <table class="split-table" aria-label="Random split">
        <thead>
          <tr>
            <th scope="col">Set</th>
            <th scope="col" class="number">
              Images
            </th>
            <th scope="col" class="number">
              Percent
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">total</th>
            <td class="number">{images?.total ?? "?"}</td>
            <td class="number">100</td>
          </tr>
          {(["train", "val"] as const).map((name) => (
            <tr key={name}>
              <th scope="row">
                <span class={`dot ${name}`} />
                {name}
              </th>
              <td class="number">{images?.[name] ?? "?"}</td>
              <td class="number">
                <DraftInput
                  type="number"
                  aria-label={name === "train" ? "Train percent" : "Validation percent"}
                  min={1}
                  max={99}
                  value={String(name === "train" ? train : 100 - train)}
                  onCommit={(typed) => set(name === "train" ? Number(typed) : 100 - Number(typed))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <input
        type="range"
        aria-label="Train percent, by dragging"
        min="1"
        max="99"
        value={train}
        onChange={({ currentTarget }) => set(Number(currentTarget.value))}
      />
    </>
  );
}
