import { useEffect, useRef } from "preact/hooks";
import { Notice } from "../parts/notice.tsx";
import { online } from "./live-tasks.ts";
import { route, to } from "./route.ts";
import { AgentsView } from "./views/agents-view.tsx";
import { AppsView } from "./views/apps-view.tsx";
import { CompareView } from "./views/compare-view.tsx";
import { ExperimentView } from "./views/experiment-view.tsx";
import { ExperimentsView } from "./views/experiments-view.tsx";
import { FilesView } from "./views/files-view.tsx";
import { ProjectView } from "./views/project-view.tsx";
import { ProjectsView } from "./views/projects-view.tsx";
import { TaskView } from "./views/task-view.tsx";
import { TasksView } from "./views/tasks-view.tsx";

const places = [
  ["projects", "Projects"],
  ["tasks", "Tasks"],
  ["experiments", "Experiments"],
  ["files", "Team Files"],
  ["apps", "Apps"],
  ["agents", "Agents"],
] as const;

/** The whole page: where one can go, and what stands there. */
export function InstancePage() {
  const [place = "projects", ...rest] = route.value;
  const main = useRef<HTMLElement>(null);
  const title = places.find(([name]) => name === place)?.[1] ?? "Projects";
  useEffect(() => {
    document.title = `${title} · Trainyard`;
  }, [title]);
  return (
    <div class="instance">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        To the content
      </button>
      <header class="top">
        <a class="brand" href={to("projects")}>
          Trainyard
        </a>
        <nav aria-label="Instance">
          {places.map(([name, label]) => (
            <a key={name} href={to(name)} {...(name === place ? { "aria-current": "page" as const } : {})}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" class="stack" tabIndex={-1} ref={main}>
        {online.value ? null : (
          <Notice tone="warn">The instance is not heard. What is shown may be old; it is tried again.</Notice>
        )}
        <View place={place} rest={rest} />
      </main>
    </div>
  );
}

function View({ place, rest }: { readonly place: string; readonly rest: readonly string[] }) {
  const [first] = rest;
  switch (place) {
    case "tasks":
      return first === undefined ? <TasksView /> : <TaskView key={first} id={Number(first)} />;
    case "experiments":
      return first === undefined ? <ExperimentsView /> : <ExperimentView key={first} id={Number(first)} />;
    case "compare":
      return <CompareView ids={rest.map(Number)} />;
    case "files":
      return <FilesView path={`/${rest.join("/")}`} />;
    case "apps":
      return <AppsView />;
    case "agents":
      return <AgentsView />;
    default:
      return first === undefined ? <ProjectsView /> : <ProjectView key={first} id={Number(first)} />;
  }
}
