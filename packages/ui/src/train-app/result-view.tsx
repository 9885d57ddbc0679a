import type { PageResult, PageState } from "@trainyard/app/page";
import { Code } from "../parts/code.tsx";
import { Table } from "../parts/table.tsx";
import { ReportLink } from "./report-link.tsx";

/** What the training left: files, measures, code to go on with. */
export function ResultView({ state, result }: { readonly state: PageState; readonly result: PageResult }) {
  const files = [
    ...result.checkpoints.map((path) => ({
      path,
      what: path.endsWith(`/${result.best}`) ? "Best checkpoint" : "Checkpoint",
    })),
    ...Object.entries(result.exports).map(([runtime, path]) => ({ path, what: runtime })),
  ];
  return (
    <section class="card stack" aria-labelledby="result-title">
      <header>
        <h2 id="result-title">Training artifacts</h2>
        <p class="muted small">
          {result.experiment} · {result.artifactsDir}
        </p>
      </header>
      <Table
        label="Files"
        rows={files}
        rowKey={({ path }) => path}
        empty="The training left no files."
        columns={[
          {
            title: "File",
            cell: ({ path }) => (
              <a href={`./artifacts/${path.split("/").map(encodeURIComponent).join("/")}`}>{path}</a>
            ),
          },
          { title: "What", cell: ({ what }) => what },
        ]}
      />
      {state.form.benchmark ? (
        <ReportLink state={state} report={result.report} of={result.experiment} />
      ) : null}
      {Object.keys(result.metrics).length === 0 ? null : (
        <dl class="plan">
          {Object.entries(result.metrics).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value.toPrecision(4)}</dd>
            </div>
          ))}
        </dl>
      )}
      {Object.entries(result.code).map(([title, text]) => (
        <details key={title}>
          <summary>{title}</summary>
          <Code label={`${title} code`} text={text} />
        </details>
      ))}
    </section>
  );
}
