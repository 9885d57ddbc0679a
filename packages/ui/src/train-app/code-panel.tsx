import type { PageState } from "@trainyard/app/page";
import { useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Code } from "../parts/code.tsx";
import { Field } from "../parts/field.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { act, refusal } from "./page-link.ts";

/** The page as code, as a preset, and back. */
export function CodePanel({ state }: { readonly state: PageState }) {
  const [tab, setTab] = useState<"chain" | "preset" | "paste">("chain");
  const [text, setText] = useState("");
  const { chain, preset } = state.derived;
  return (
    <section class="card stack" aria-labelledby="code-title">
      <header class="row">
        <h2 id="code-title">This page as code</h2>
        <span class="push" />
        <Tabs
          label="Form"
          names={[
            ["chain", "Copy as code"],
            ["preset", "Save as preset"],
            ["paste", "Paste"],
          ]}
          chosen={tab}
          onChoose={setTab}
        />
      </header>
      {tab === "chain" ? <Code label="chain" text={chain} /> : null}
      {tab === "preset" ? (
        <>
          <Code label="preset" text={preset} />
          <Button onClick={() => save(preset, "training.presets.yaml")}>Download file</Button>
        </>
      ) : null}
      {tab === "paste" ? (
        <>
          <Field label="A chain or a preset" about="It fills this page in. It is read, never run.">
            <textarea rows={8} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
          </Field>
          <div class="row">
            <Button
              kind="primary"
              disabled={text.trim() === ""}
              onClick={() => void act({ type: "paste", text })}
            >
              Fill in
            </Button>
            {refusal.value === "" ? null : (
              <span class="refusal" role="alert">
                {refusal.value}
              </span>
            )}
          </div>
        </>
      ) : null}
    </section>
  );
}

function save(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
