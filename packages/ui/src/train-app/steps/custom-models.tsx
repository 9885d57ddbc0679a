import type { PageExperiment, PageState } from "@trainyard/app/page";
import { useState } from "preact/hooks";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Field } from "../../parts/field.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { edit, instanceLink } from "../page-link.ts";
import { ReportLink } from "../report-link.tsx";

const perPage = 10;

/** Checkpoints of earlier experiments of this framework: searched, filtered, ordered, page by page. */
export function CustomModels({ state }: { readonly state: PageState }) {
  const { experiments, app } = state;
  const [search, setSearch] = useState("");
  const [task, setTask] = useState("");
  const [project, setProject] = useState("");
  if (experiments.length === 0)
    return (
      <Empty>No experiments yet. Checkpoints of finished {app.framework} trainings will stand here.</Empty>
    );
  const tasks = [...new Set(experiments.map((row) => row.task))];
  const projects = [...new Set(experiments.map((row) => row.project))];
  const rows = experiments.filter(
    (row) =>
      (task === "" || row.task === task) &&
      (project === "" || row.project === project) &&
      `${row.taskId} ${row.name} ${row.model} ${row.project}`.toLowerCase().includes(search.toLowerCase()),
  );
  return (
    <>
      <div class="filters">
        <Field label="Search">
          <input
            type="search"
            placeholder="Experiment, model or project"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </Field>
        {tasks.length > 1 ? <Choice label="Task type" all={tasks} value={task} onChange={setTask} /> : null}
        {projects.length > 1 ? (
          <Choice label="Training data" all={projects} value={project} onChange={setProject} />
        ) : null}
      </div>
      <Table
        label="Custom models"
        rows={rows}
        rowKey={({ taskId }) => taskId}
        chosen={({ taskId }) => chosenTask(state) === taskId}
        empty="No experiment matches."
        columns={columnsOf(state)}
        perPage={perPage}
      />
    </>
  );
}

function chosenTask({ form: { model } }: PageState): number | null {
  return model.from === "experiment" ? model.taskId : null;
}

function columnsOf(state: PageState): readonly Column<PageExperiment>[] {
  const { model } = state.form;
  const isChosen = ({ taskId }: PageExperiment) => chosenTask(state) === taskId;
  const choose = (taskId: number, checkpoint: string) =>
    void edit({ model: { from: "experiment", framework: state.app.framework, taskId, checkpoint } });
  return [
    {
      title: "Experiment",
      by: ({ taskId }) => taskId,
      cell: (row) => (
        <>
          <label class="pick">
            <input
              type="radio"
              name="model"
              checked={isChosen(row)}
              onChange={() => choose(row.taskId, row.best)}
            />
            {row.name}
          </label>
          <span class="muted small under">
            <a href={instanceLink(state, `/apps/sessions/${row.taskId}`)}>Task {row.taskId}</a> ·{" "}
            {row.date.slice(0, 10)}
          </span>
        </>
      ),
    },
    { title: "Model", by: (row) => row.model, cell: (row) => row.model },
    {
      title: "Training data",
      by: ({ project }) => project,
      cell: ({ project, projectId }) =>
        projectId === null ? (
          <span class="muted">{project}</span>
        ) : (
          <a href={instanceLink(state, `/projects/${projectId}/datasets`)}>{project}</a>
        ),
    },
    {
      title: "Checkpoint",
      cell: (row) => (
        <select
          aria-label={`Checkpoint of ${row.name}`}
          value={isChosen(row) && model.from === "experiment" ? model.checkpoint : row.best}
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
      by: ({ report }) => (report === "" ? 1 : 0),
      cell: ({ report, name }) => <ReportLink state={state} report={report} of={name} />,
    },
  ];
}
