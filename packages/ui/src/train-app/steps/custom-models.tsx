import type { PageExperiment, PageState } from "@trainyard/app/page";
import { useState } from "preact/hooks";
import { Empty } from "../../parts/empty.tsx";
import { Field } from "../../parts/field.tsx";
import { Table } from "../../parts/table.tsx";
import { edit } from "../page-link.ts";

/** Checkpoints of earlier experiments of this framework. */
export function CustomModels({ state }: { readonly state: PageState }) {
  const { experiments, form, app } = state;
  const [search, setSearch] = useState("");
  if (experiments.length === 0)
    return (
      <Empty>No experiments yet. Checkpoints of finished {app.framework} trainings will stand here.</Empty>
    );
  const { model } = form;
  const chosen = ({ taskId }: PageExperiment) => model.from === "experiment" && model.taskId === taskId;
  const choose = (taskId: number, checkpoint: string) =>
    void edit({ model: { from: "experiment", framework: app.framework, taskId, checkpoint } });
  const wanted = search.toLowerCase();
  return (
    <>
      <Field label="Search">
        <input
          type="search"
          placeholder="Experiment or model"
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </Field>
      <Table
        label="Custom models"
        rows={experiments.filter(({ name, model: of }) => `${name} ${of}`.toLowerCase().includes(wanted))}
        rowKey={({ taskId }) => taskId}
        chosen={chosen}
        empty="No experiment matches."
        columns={[
          {
            title: "Experiment",
            cell: (row) => (
              <label class="pick">
                <input
                  type="radio"
                  name="model"
                  checked={chosen(row)}
                  onChange={() => choose(row.taskId, row.best)}
                />
                <span>
                  {row.name}
                  <span class="muted small under">
                    Task {row.taskId} · {row.date}
                  </span>
                </span>
              </label>
            ),
          },
          { title: "Model", cell: ({ model: of }) => of },
          { title: "Training data", cell: ({ project }) => project },
          {
            title: "Checkpoint",
            cell: (row) => (
              <select
                aria-label={`Checkpoint of ${row.name}`}
                value={chosen(row) && model.from === "experiment" ? model.checkpoint : row.best}
                onChange={({ currentTarget }) => choose(row.taskId, currentTarget.value)}
              >
                {row.checkpoints.map((name) => (
                  <option key={name} value={name}>
                    {name === row.best ? `${name} (best)` : name}
                  </option>
                ))}
              </select>
            ),
          },
          {
            title: "Benchmark",
            cell: ({ report }) =>
              report === "" ? (
                <span class="muted">No evaluation report</span>
              ) : (
                <a href={report}>Evaluation report</a>
              ),
          },
        ]}
      />
    </>
  );
}
