import type { PageState } from "@trainyard/app/page";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Chart } from "../parts/chart.tsx";
import { Log } from "../parts/log.tsx";
import { Notice } from "../parts/notice.tsx";
import { Progress } from "../parts/progress.tsx";
import { act } from "./page-link.ts";

const tones = {
  idle: "",
  running: "info",
  stopping: "warn",
  finished: "good",
  failed: "bad",
  stopped: "warn",
} as const;

/** The training as it goes: stage, progress, time left, charts, log, Stop. */
export function RunView({ state }: { readonly state: PageState }) {
  const { run } = state;
  const { series } = run;
  const busy = run.phase === "running" || run.phase === "stopping";
  const loss = useMemo(() => series.filter(({ name }) => /loss/i.test(name)), [series]);
  const metrics = useMemo(() => series.filter(({ name }) => !/loss/i.test(name)), [series]);
  if (run.phase === "idle") return null;
  const length = run.progress.find(({ label }) => label === "Epochs" || label === "Iterations");
  return (
    <section class="card stack" aria-labelledby="run-title">
      <header class="row">
        <h2 id="run-title">Training</h2>
        <Badge tone={tones[run.phase]}>{run.phase}</Badge>
        {busy && length !== undefined ? <TimeLeft startedAt={run.startedAt} {...length} /> : null}
        <span class="push" />
        {busy ? (
          <Button kind="danger" onClick={() => void act({ type: "stop" })}>
            {run.phase === "stopping" ? "Stop now, keep nothing" : "Stop"}
          </Button>
        ) : null}
      </header>
      {run.status === "" ? null : (
        <Notice tone={run.phase === "failed" ? "bad" : "info"}>{run.status.replace(/^Status: /, "")}</Notice>
      )}
      {run.canResume ? (
        <Notice tone="warn">
          The training is done, only its upload failed. Resume upload goes on with it.
        </Notice>
      ) : null}
      {busy ? run.progress.slice(-2).map((step) => <Progress key={step.label} {...step} />) : null}
      <div class="charts">
        {loss.length > 0 ? <Chart title="Loss" lines={loss} axis="epoch" /> : null}
        {metrics.length > 0 ? <Chart title="Metrics" lines={metrics} axis="epoch" /> : null}
      </div>
      <Log lines={run.log} />
    </section>
  );
}

function TimeLeft(props: { readonly startedAt: string; readonly current: number; readonly total: number }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const { current, total } = props;
  if (current === 0 || current >= total) return null;
  const seconds = Math.max(0, ((now - Date.parse(props.startedAt)) / 1000 / current) * (total - current));
  return (
    <span class="muted small">
      about {seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`} left
    </span>
  );
}
