import type { PageExperimentDetail } from "@trainyard/local/page";
import { useMemo } from "preact/hooks";
import { Chart } from "../../parts/chart.tsx";
import { Code } from "../../parts/code.tsx";
import { Table } from "../../parts/table.tsx";
import { useAnswer } from "../ask.ts";
import { Loading } from "../loading.tsx";
import { to } from "../route.ts";
import { When } from "../when.tsx";

/** An experiment: what was trained on what, how well, its curves and its files. */
export function ExperimentView({ id }: { readonly id: number }) {
  const answer = useAnswer<PageExperimentDetail>(`/page/experiments/${id}`);
  return <Loading answer={answer}>{(one) => <Experiment one={one} />}</Loading>;
}

function Experiment({ one }: { readonly one: PageExperimentDetail }) {
  const loss = useMemo(() => one.series.filter(({ name }) => /loss/i.test(name)), [one]);
  const metrics = useMemo(() => one.series.filter(({ name }) => !/loss/i.test(name)), [one]);
  const files = [
    ...one.checkpoints.map((path) => ({
      path,
      what: path.endsWith(`/${one.best}`) ? "Best checkpoint" : "Checkpoint",
    })),
    ...Object.entries(one.exports).map(([what, path]) => ({ path, what })),
  ];
  return (
    <>
      <header class="row">
        <h1>{one.name}</h1>
        <span class="push" />
        {one.report === null ? null : (
          <a class="button" href={one.report}>
            Evaluation report
          </a>
        )}
        <a class="button" href={to("tasks", one.taskId)}>
          Task and log
        </a>
      </header>
      <dl class="facts">
        {facts(one).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {Object.keys(one.metrics).length === 0 ? null : (
        <dl class="facts figures">
          {Object.entries(one.metrics).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value.toPrecision(4)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="charts">
        {loss.length === 0 ? null : <Chart title="Loss" lines={loss} axis="epoch" />}
        {metrics.length === 0 ? null : <Chart title="Metrics" lines={metrics} axis="epoch" />}
      </div>
      <Table
        label="Files"
        rows={files}
        rowKey={({ path }) => path}
        empty="The training left no files."
        columns={[
          {
            title: "File",
            cell: ({ path }) => (
              <a href={`/page/files/content?path=${encodeURIComponent(`${one.artifactsDir}/${path}`)}`}>
                {path}
              </a>
            ),
          },
          { title: "What", cell: ({ what }) => what },
        ]}
      />
      <p>
        <a href={to("files", ...one.artifactsDir.split("/").filter((part) => part !== ""))}>
          All files in Team Files
        </a>
      </p>
      <h2>Train the next model from it</h2>
      <Code label="Chain" text={nextChain(one)} />
      {one.hyperparameters === "" ? null : (
        <details>
          <summary>Hyperparameters</summary>
          <Code label="Hyperparameters" text={one.hyperparameters} />
        </details>
      )}
    </>
  );
}

function facts(one: PageExperimentDetail) {
  return [
    ["Framework", one.framework],
    ["Model", one.model],
    ["Task", one.taskType],
    [
      "Project",
      <a key="project" href={to("projects", one.projectId)}>
        {one.project === "" ? one.projectId : one.project}
      </a>,
    ],
    ...(one.classes === 0 ? [] : ([["Classes", one.classes]] as const)),
    ["Train / val images", `${one.train ?? "?"} / ${one.val ?? "?"}`],
    ["Date", <When key="date" time={one.date} />],
  ] as const;
}

function nextChain({ artifactsDir, best, checkpoints, projectId }: PageExperimentDetail): string {
  const file = checkpoints.find((path) => path.endsWith(best)) ?? `checkpoints/${best}`;
  return `train()
  .on("auto")
  .project(${projectId})
  .model(${JSON.stringify(`${artifactsDir}/${file}`)})
  .start()`;
}
