import type { PageState } from "@trainyard/app/page";
import { useState } from "preact/hooks";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Table } from "../../parts/table.tsx";
import { edit } from "../page-link.ts";

const titles: Readonly<Record<string, string>> = {
  ...{ name: "Model", task: "Task", architecture: "Architecture", size: "Size", dataset: "Dataset" },
  ...{ maskMAP: "Mask mAP", paramsM: "Params, M", flopsB: "FLOPs, B", latencyMs: "Latency, ms", fps: "FPS" },
};

/** The published models with every column that the app has, by task, by architecture and by what is typed. */
export function PretrainedModels({ state }: { readonly state: PageState }) {
  const { app, form } = state;
  const [task, setTask] = useState("");
  const [architecture, setArchitecture] = useState("");
  const [search, setSearch] = useState("");
  const tasks = unique(app.models.map((row) => String(row.task)));
  const architectures = unique(
    app.models.flatMap(({ architecture: name }) => (name == null ? [] : [String(name)])),
  );
  const rows = app.models.filter(
    (row) =>
      (task === "" || row.task === task) &&
      (architecture === "" || row.architecture === architecture) &&
      String(row.name).toLowerCase().includes(search.toLowerCase()),
  );
  const keys = unique(app.models.flatMap((row) => Object.keys(row)));
  const name = form.model.from === "pretrained" ? form.model.name.toLowerCase() : "";
  const chosen = (row: (typeof rows)[number]) => String(row.name).toLowerCase() === name;
  return (
    <>
      <div class="filters">
        <Field label="Search">
          <input
            type="search"
            placeholder="Model name"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </Field>
        {tasks.length > 1 ? <Choice label="Task type" all={tasks} value={task} onChange={setTask} /> : null}
        {architectures.length > 1 ? (
          <Choice label="Architecture" all={architectures} value={architecture} onChange={setArchitecture} />
        ) : null}
      </div>
      <Table<PageState["app"]["models"][number]>
        label="Pretrained models"
        rows={rows}
        rowKey={(row) => String(row.name)}
        chosen={chosen}
        empty="No model matches."
        columns={keys.map((key) => ({
          title: titles[key] ?? key,
          number: app.models.some((row) => typeof row[key] === "number"),
          by: (row) => (typeof row[key] === "number" ? row[key] : text(row[key])),
          cell: (row) =>
            key === "name" ? (
              <label class="pick">
                <input
                  type="radio"
                  name="model"
                  checked={chosen(row)}
                  onChange={() =>
                    void edit({
                      model: { from: "pretrained", framework: app.framework, name: String(row.name) },
                    })
                  }
                />
                {String(row.name)}
              </label>
            ) : (
              text(row[key])
            ),
        }))}
      />
    </>
  );
}

function text(value: unknown): string {
  if (value === undefined || value === null) return "—";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
