import type { PageState } from "@trainyard/app/page";
import { useState } from "preact/hooks";
import { Tabs } from "../../parts/tabs.tsx";
import { StepCard } from "../step-card.tsx";
import { CustomModels } from "./custom-models.tsx";
import { PretrainedModels } from "./pretrained-models.tsx";

export function ModelStep({ state }: { readonly state: PageState }) {
  const { model } = state.form;
  const [tab, setTab] = useState<"pretrained" | "experiment">(model.from);
  const summary =
    model.from === "pretrained"
      ? `${model.framework}/${model.name}`
      : `Task ${model.taskId} · ${model.checkpoint}`;
  return (
    <StepCard state={state} step={1} summary={summary}>
      {state.app.customModels ? (
        <Tabs
          label="Where the model comes from"
          names={[
            ["pretrained", "Pretrained models"],
            ["experiment", "Custom models"],
          ]}
          chosen={tab}
          onChoose={setTab}
        />
      ) : null}
      <div id="field-model" class="stack">
        {tab === "pretrained" ? <PretrainedModels state={state} /> : <CustomModels state={state} />}
      </div>
    </StepCard>
  );
}
