import type { PageExperiment } from "@trainyard/local/page";
import { useState } from "preact/hooks";
import { type Column, Table } from "../../parts/table.tsx";
import { useAnswer } from "../ask.ts";
import { tasks } from "../live-tasks.ts";
import { Loading } from "../loading.tsx";
import { to } from "../route.ts";
import { When } from "../when.tsx";

/** Metrics that get a column of their own, as far as an experiment has them. */
const metricNames = (rows: readonly PageExperiment[]) =>
  [...new Set(rows.flatMap(({ metrics }) => Object.keys(metrics)))].slice(0, 4);

/** Experiments: searched, filtered, and chosen for a comparison. */
export function ExperimentsView() {
  const done = tasks.value?.filter(({ experiment }) => experiment !== null).length ?? 0;
  const answer = useAnswer<readonly PageExperiment[]>("/page/experiments", done);
  const [search, setSearch] = useState("");
  const [framework, setFramework] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [sort, setSort] = useState("date");
  const choose = (id: number, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  return (
    <Loading answer={answer}>
      {(all) => {
        const frameworks = [...new Set(all.map((one) => one.framework))];
        const names = metricNames(all);
        const rows = all
          .filter(
            (one) =>
              (framework === "" || one.framework === framework) &&
              `${one.name} ${one.model} ${one.project} ${one.taskType}`
                .toLowerCase()
                .includes(search.toLowerCase()),
          )
          .sort((a, b) =>
            sort === "date"
              ? b.date.localeCompare(a.date)
              : (b.metrics[sort] ?? -1) - (a.metrics[sort] ?? -1),
          );
        const columns: Column<PageExperiment>[] = [
          {
            title: <span class="hidden-text">Compare</span>,
            cell: ({ taskId, name }) => (
              <input
                type="checkbox"
                aria-label={`Compare ${name}`}
                checked={chosen.has(taskId)}
                onChange={({ currentTarget }) => choose(taskId, currentTarget.checked)}
              />
            ),
          },
          { title: "Experiment", cell: ({ taskId, name }) => <a href={to("experiments", taskId)}>{name}</a> },
          { title: "Framework", cell: (one) => one.framework },
          { title: "Model", cell: ({ model }) => model },
          { title: "Task", cell: ({ taskType }) => taskType },
          {
            title: "Project",
            cell: ({ project, projectId }) => <a href={to("projects", projectId)}>{project}</a>,
          },
          { title: "Date", cell: ({ date }) => <When time={date} /> },
          { title: "Train / val", number: true, cell: ({ train, val }) => `${train ?? "?"} / ${val ?? "?"}` },
          ...names.map((name) => ({
            title: name,
            number: true,
            cell: ({ metrics }: PageExperiment) => metrics[name]?.toPrecision(3) ?? "",
          })),
        ];
        return (
          <>
            <header class="row">
              <h1>Experiments</h1>
              <select
                aria-label="Framework"
                value={framework}
                onChange={({ currentTarget }) => setFramework(currentTarget.value)}
              >
                <option value="">All frameworks</option>
                {frameworks.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
              <select
                aria-label="Order"
                value={sort}
                onChange={({ currentTarget }) => setSort(currentTarget.value)}
              >
                <option value="date">Newest first</option>
                {names.map((name) => (
                  <option key={name} value={name}>
                    Best {name} first
                  </option>
                ))}
              </select>
              <input
                type="search"
                aria-label="Search experiments"
                placeholder="Search"
                value={search}
                onInput={({ currentTarget }) => setSearch(currentTarget.value)}
              />
              <span class="push" />
              {chosen.size < 2 ? (
                <span class="muted small">Choose two or more to compare.</span>
              ) : (
                <a class="button primary" href={to("compare", ...chosen)}>
                  Compare {chosen.size}
                </a>
              )}
            </header>
            <Table
              label="Experiments"
              rows={rows}
              rowKey={({ taskId }) => taskId}
              chosen={({ taskId }) => chosen.has(taskId)}
              columns={columns}
              empty={
                all.length === 0
                  ? "No experiment yet: a finished training leaves one."
                  : "No experiment matches."
              }
            />
          </>
        );
      }}
    </Loading>
  );
}
