import { useState } from "preact/hooks";
import { Table } from "../../parts/table.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { isOver, tasks } from "../live-tasks.ts";
import { to } from "../route.ts";
import { TaskBadge } from "../task-badge.tsx";
import { duration, When } from "../when.tsx";

const kinds = [
  ["all", "All"],
  ["running", "Running"],
  ["over", "Over"],
] as const;

/** The tasks, live. */
export function TasksView() {
  const [kind, setKind] = useState<"all" | "running" | "over">("all");
  const [search, setSearch] = useState("");
  if (tasks.value === null) return <p class="muted">Loading…</p>;
  const rows = tasks.value.filter(
    (task) =>
      (kind === "all" || isOver(task) === (kind === "over")) &&
      `${task.id} ${task.name} ${task.app} ${task.status}`.toLowerCase().includes(search.toLowerCase()),
  );
  return (
    <>
      <header class="row">
        <h1>Tasks</h1>
        <Tabs label="Which tasks" names={kinds} chosen={kind} onChoose={setKind} />
        <input
          class="push"
          type="search"
          aria-label="Search tasks"
          placeholder="Search"
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </header>
      <Table
        label="Tasks"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          tasks.value.length === 0
            ? "No task yet. Start a training from code: it appears here as it is started."
            : "No task matches."
        }
        columns={[
          {
            title: "Task",
            cell: ({ id, name, app }) => <a href={to("tasks", id)}>{name === "" ? `${app} ${id}` : name}</a>,
          },
          { title: "Id", number: true, cell: ({ id }) => id },
          { title: "App", cell: ({ app }) => app },
          { title: "Status", cell: ({ status }) => <TaskBadge status={status} /> },
          { title: "Started", cell: ({ startedAt, createdAt }) => <When time={startedAt ?? createdAt} /> },
          {
            title: "Took",
            number: true,
            cell: ({ startedAt, finishedAt }) => duration(startedAt, finishedAt),
          },
          {
            title: "Experiment",
            cell: ({ id, experiment }) =>
              experiment === null ? null : <a href={to("experiments", id)}>{experiment}</a>,
          },
        ]}
      />
    </>
  );
}
