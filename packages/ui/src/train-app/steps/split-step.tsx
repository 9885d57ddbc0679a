import type { PageState } from "@trainyard/app/page";
import { Tabs } from "../../parts/tabs.tsx";
import { edit } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";
import { RandomSplit } from "./random-split.tsx";
import { SetsSplit } from "./sets-split.tsx";
import { TagsSplit } from "./tags-split.tsx";

const ways = [
  ["random", "Random"],
  ["tags", "Based on item tags"],
  ["datasets", "Based on datasets"],
  ["collections", "Based on collections"],
] as const;
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
  // A way that the project has nothing for is not shown, unless it was asked for from code.
  const has = {
    random: true,
    tags: project.tags.length > 0,
    datasets: project.datasets.length > 0,
    collections: project.collections.length > 0,
  };
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
        names={ways.filter(([by]) => by === split.by || has[by])}
        chosen={split.by}
        onChoose={choose}
      />
      <p class="muted">{abouts[split.by]}</p>
      <div id="field-split" class="stack">
        {split.by === "random" ? <RandomSplit split={split} images={images} /> : null}
        {split.by === "tags" ? <TagsSplit split={split} tags={project.tags} /> : null}
        {split.by === "datasets" ? <SetsSplit split={split} sets={project.datasets} /> : null}
        {split.by === "collections" ? <SetsSplit split={split} sets={project.collections} /> : null}
      </div>
      {images === null ? null : <SplitPicture {...images} />}
    </StepCard>
  );
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
