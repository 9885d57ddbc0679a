import type { PageExperimentDetail } from "@trainyard/local/page";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Chart } from "../../parts/chart.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Notice } from "../../parts/notice.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { ask } from "../ask.ts";
import { Loading } from "../loading.tsx";
import { to } from "../route.ts";
import { settingsOf } from "../settings-of.ts";

/** Experiments side by side: what differs in their settings first, then their metrics and curves. */
export function CompareView({ ids }: { readonly ids: readonly number[] }) {
  const [answer, setAnswer] = useState<{ data?: readonly PageExperimentDetail[]; problem?: string }>({});
  const key = ids.join();
  useEffect(() => {
    const all = key.split(",").map((id) => ask<PageExperimentDetail>(`/page/experiments/${id}`));
    Promise.all(all).then(
      (data) => setAnswer({ data }),
      (error: unknown) => setAnswer({ problem: String(Object(error).message ?? error) }),
    );
  }, [key]);
  if (ids.length < 2) return <Empty>Choose two experiments or more in the list.</Empty>;
  return <Loading answer={answer}>{(all) => <Comparison all={all} />}</Loading>;
}

interface Row {
  readonly name: string;
  readonly values: readonly string[];
}

function Comparison({ all }: { readonly all: readonly PageExperimentDetail[] }) {
  const settings = useMemo(() => differences(all), [all]);
  const metrics = useMemo(() => metricRows(all), [all]);
  const curves = useMemo(() => curvesOf(all), [all]);
  const apart = whyApart(all);
  const columns: Column<Row>[] = [
    { title: "", cell: ({ name }) => name },
    ...all.map((one, at) => ({
      title: <a href={to("experiments", one.taskId)}>{one.name}</a>,
      number: true,
      cell: ({ values }: Row) => values[at] ?? "",
    })),
  ];
  return (
    <>
      <h1>Comparison of {all.length} experiments</h1>
      {apart === "" ? null : <Notice tone="warn">{apart}</Notice>}
      <h2>What differs</h2>
      <Table
        label="What differs"
        rows={settings}
        rowKey={({ name }) => name}
        columns={columns}
        empty="Their settings are the same."
      />
      <h2>Metrics</h2>
      <Table
        label="Metrics"
        rows={metrics}
        rowKey={({ name }) => name}
        columns={columns}
        empty="None of them has metrics: train with the model benchmark on."
      />
      <div class="charts">
        {curves.map(({ name, lines }) => (
          <Chart key={name} title={name} lines={lines} axis="epoch" />
        ))}
      </div>
    </>
  );
}

/** Why their figures do not tell which is better; empty where they may. */
function whyApart(all: readonly PageExperimentDetail[]): string {
  const differs = (of: (one: PageExperimentDetail) => unknown) => new Set(all.map(of)).size > 1;
  const what = [
    differs(({ taskType }) => taskType) ? "their tasks" : "",
    differs(({ projectId }) => projectId) ? "their projects" : "",
    differs(({ classes }) => classes) ? "their classes" : "",
    differs(({ val }) => val) ? "the numbers of their validation images" : "",
  ].filter((part) => part !== "");
  return what.length === 0
    ? ""
    : `Not ranked: ${what.join(", ")} differ, so one figure does not beat the other.`;
}

function differences(all: readonly PageExperimentDetail[]): readonly Row[] {
  const settings = all.map((one) => {
    const said = settingsOf(one.hyperparameters);
    const base: readonly (readonly [string, string])[] = [
      ["framework", one.framework],
      ["model", one.model],
      ["project", String(one.projectId)],
      ["train / val images", `${one.train ?? "?"} / ${one.val ?? "?"}`],
    ];
    return new Map([...base, ...said]);
  });
  const names = [...new Set(settings.flatMap((one) => [...one.keys()]))];
  return names
    .map((name) => ({ name, values: settings.map((one) => one.get(name) ?? "–") }))
    .filter(({ values }) => new Set(values).size > 1);
}

/** Each figure, and how far it lies from the first experiment's. */
function metricRows(all: readonly PageExperimentDetail[]): readonly Row[] {
  const names = [...new Set(all.flatMap(({ metrics }) => Object.keys(metrics)))];
  return names.map((name) => {
    const first = all[0]?.metrics[name];
    const values = all.map(({ metrics }, at) => {
      const value = metrics[name];
      if (value === undefined) return "–";
      if (at === 0 || first === undefined) return value.toPrecision(3);
      const change = value - first;
      return `${value.toPrecision(3)} (${change >= 0 ? "+" : "−"}${Math.abs(change).toPrecision(2)})`;
    });
    return { name, values };
  });
}

function curvesOf(all: readonly PageExperimentDetail[]) {
  const names = [...new Set(all.flatMap(({ series }) => series.map(({ name }) => name)))];
  return names.map((name) => ({
    name,
    lines: all.flatMap((one) => {
      const found = one.series.find((series) => series.name === name);
      return found === undefined ? [] : [{ name: one.name, points: found.points }];
    }),
  }));
}
