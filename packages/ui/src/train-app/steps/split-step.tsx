import type { PageState } from "@trainyard/app/page";
import { Field } from "../../parts/field.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { edit } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";
import { SetsSplit } from "./sets-split.tsx";

const abouts = {
  random: "Shuffle data and split with defined probability.",
  tags: "Images should have assigned train or val tag.",
  datasets: "Select one or several datasets for every split.",
  collections: "Select one or several collections for every split.",
};

export function SplitStep({ state }: { readonly state: PageState }) {
  const { form, derived, project } = state;
  const { split } = form;
  const { images } = derived;
  const first = project.tags[0]?.name ?? "";
  const choose = (by: typeof split.by) => {
    if (by === split.by) return;
    if (by === "random") void edit({ split: { by, percent: 80, side: "train" } });
    else if (by === "tags")
      void edit({ split: { by, train: first, val: project.tags[1]?.name ?? first, untagged: "train" } });
    else void edit({ split: { by, train: [], val: [] } });
  };
  return (
    <StepCard
      state={state}
      step={3}
      summary={`${split.by} · ${images === null ? "counted at the start" : `${images.train} train, ${images.val} val`}`}
    >
      <Tabs
        label="How images are divided"
        names={[
          ["random", "Random"],
          ...(project.tags.length > 0 ? ([["tags", "Based on item tags"]] as const) : []),
          ["datasets", "Based on datasets"],
          ...(project.collections.length > 0 ? ([["collections", "Based on collections"]] as const) : []),
        ]}
        chosen={split.by}
        onChoose={choose}
      />
      <p class="muted">{abouts[split.by]}</p>
      <div id="field-split" class="stack">
        {split.by === "random" ? (
          <Field label={`Train: ${trainPercent(split)} %`}>
            <input
              type="range"
              min="1"
              max="99"
              value={trainPercent(split)}
              onChange={({ currentTarget }) =>
                void edit({ split: { by: "random", percent: Number(currentTarget.value), side: "train" } })
              }
            />
          </Field>
        ) : null}
        {split.by === "tags" ? (
          <div class="filters">
            {(["train", "val"] as const).map((side) => (
              <Field key={side} label={side === "train" ? "Train tag" : "Validation tag"}>
                <select
                  value={split[side]}
                  onChange={({ currentTarget }) =>
                    void edit({ split: { ...split, [side]: currentTarget.value } })
                  }
                >
                  {project.tags.map(({ name, images: count }) => (
                    <option key={name} value={name}>
                      {name} ({count})
                    </option>
                  ))}
                </select>
              </Field>
            ))}
            <Field label="Images without selected tags">
              <select
                value={split.untagged}
                onChange={({ currentTarget: { value } }) => {
                  if (value === "train" || value === "val" || value === "ignore")
                    void edit({ split: { ...split, untagged: value } });
                }}
              >
                <option value="train">add untagged images to train set</option>
                <option value="val">add untagged images to val set</option>
                <option value="ignore">ignore untagged images</option>
              </select>
            </Field>
          </div>
        ) : null}
        {split.by === "datasets" ? <SetsSplit split={split} sets={project.datasets} /> : null}
        {split.by === "collections" ? <SetsSplit split={split} sets={project.collections} /> : null}
      </div>
      {images === null ? null : <SplitPicture {...images} />}
    </StepCard>
  );
}

function trainPercent({ percent, side }: { percent: number; side: "train" | "val" }): number {
  return side === "train" ? percent : 100 - percent;
}

/** The two sides, as wide as they are large. */
function SplitPicture(images: { train: number; val: number; ignored: number; total: number }) {
  const { train, val, ignored } = images;
  return (
    <figure class="split-picture">
      <div class="split-bar" role="img" aria-label={`${train} train, ${val} val, ${ignored} left out`}>
        <span class="train" style={{ flexGrow: train }} />
        <span class="val" style={{ flexGrow: val }} />
        <span class="ignored" style={{ flexGrow: ignored }} />
      </div>
      <figcaption class="row small">
        <span>
          <span class="dot train" />
          train {train}
        </span>
        <span>
          <span class="dot val" />
          val {val}
        </span>
        {ignored > 0 ? <span class="muted">left out {ignored}</span> : null}
        <span class="muted push">of {images.total}</span>
      </figcaption>
    </figure>
  );
}
