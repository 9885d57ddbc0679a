import type { PageAgent } from "@trainyard/local/page";
import { Badge } from "../../parts/badge.tsx";
import { Table } from "../../parts/table.tsx";
import { useAnswer } from "../ask.ts";
import { Loading } from "../loading.tsx";

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;

/** The agents and their devices. */
export function AgentsView() {
  const answer = useAnswer<readonly PageAgent[]>("/page/agents");
  return (
    <>
      <h1>Agents</h1>
      <Loading answer={answer}>
        {(agents) => (
          <Table
            label="Agents"
            rows={agents}
            rowKey={({ id }) => id}
            empty="This instance runs without an agent: nothing can be trained on it."
            columns={[
              { title: "Agent", cell: ({ name }) => name },
              { title: "Id", number: true, cell: ({ id }) => id },
              {
                title: "Status",
                cell: ({ status }) => <Badge tone={status === "running" ? "good" : "warn"}>{status}</Badge>,
              },
              {
                title: "Devices",
                cell: ({ devices }) =>
                  devices.length === 0
                    ? "none"
                    : devices
                        .map(
                          ({ name, free, total }) =>
                            `${name}, ${gigabytes(free)} of ${gigabytes(total)} free`,
                        )
                        .join("; "),
              },
            ]}
          />
        )}
      </Loading>
    </>
  );
}
