import type { PageApp } from "@trainyard/local/page";
import { Badge } from "../../parts/badge.tsx";
import { Table } from "../../parts/table.tsx";
import { useAnswer } from "../ask.ts";
import { Loading } from "../loading.tsx";

/** The training apps that this instance runs. */
export function AppsView() {
  const answer = useAnswer<readonly PageApp[]>("/page/apps");
  return (
    <>
      <h1>Training apps</h1>
      <Loading answer={answer}>
        {(apps) => (
          <Table
            label="Training apps"
            rows={apps}
            rowKey={({ id }) => id}
            empty="This instance has no training app."
            columns={[
              { title: "App", cell: ({ name }) => name },
              { title: "Framework", cell: ({ framework }) => framework },
              { title: "Release", cell: ({ version }) => version },
              {
                title: "Kind",
                cell: ({ rehearsal }) =>
                  rehearsal ? <Badge>rehearsal</Badge> : <Badge tone="good">real</Badge>,
              },
              { title: "Id", number: true, cell: ({ id }) => id },
              { title: "Repository", cell: ({ slug }) => slug },
            ]}
          />
        )}
      </Loading>
      <p class="muted small">
        A rehearsal trains a small network in place of the framework's models. Real apps are added with
        trainyard-local app add.
      </p>
    </>
  );
}
