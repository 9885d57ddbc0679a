import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Log } from "../../parts/log.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Progress } from "../../parts/progress.tsx";
import { ask } from "../ask.ts";
import { isOver } from "../live-tasks.ts";
import { to } from "../route.ts";
import { TaskBadge } from "../task-badge.tsx";
import { useTask } from "../task-log.ts";
import { duration, When } from "../when.tsx";

/** A task: its status, progress and log as they go; Stop; the way to its app's page and its experiment. */
export function TaskView({ id }: { readonly id: number }) {
  const { task, lines, progress, isMissing } = useTask(id);
  const [problem, setProblem] = useState("");
  if (isMissing) return <Empty>There is no task {id} on this instance.</Empty>;
  if (task === null) return <p class="muted">Loading…</p>;
  const over = isOver(task);
  const stop = () =>
    ask(`/page/tasks/${id}/stop`, { method: "POST" }).catch((error: unknown) =>
      setProblem(String(Object(error).message ?? error)),
    );
  return (
    <>
      <header class="row">
        <h1>{task.name === "" ? `${task.app} ${task.id}` : task.name}</h1>
        <TaskBadge status={task.status} />
        <span class="push" />
        {over ? null : (
          <>
            <a class="button" href={`/apps/sessions/${id}/`}>
              Open the app
            </a>
            <Button kind="danger" disabled={task.status === "terminating"} onClick={() => void stop()}>
              Stop
            </Button>
          </>
        )}
        {task.experiment === null ? null : (
          <a class="button primary" href={to("experiments", id)}>
            Open the experiment
          </a>
        )}
      </header>
      <dl class="facts">
        <Fact name="Task">{id}</Fact>
        <Fact name="App">{task.app}</Fact>
        {task.projectId === null ? null : (
          <Fact name="Project">
            <a href={to("projects", task.projectId)}>{task.projectId}</a>
          </Fact>
        )}
        <Fact name="Started">
          <When time={task.startedAt ?? task.createdAt} />
        </Fact>
        <Fact name="Took">{duration(task.startedAt, task.finishedAt)}</Fact>
      </dl>
      {task.error === null ? null : <Notice tone="bad">{task.error}</Notice>}
      {problem === "" ? null : <Notice tone="bad">{problem}</Notice>}
      {over ? null : progress.slice(-2).map((step) => <Progress key={step.label} {...step} />)}
      <Log lines={lines} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
