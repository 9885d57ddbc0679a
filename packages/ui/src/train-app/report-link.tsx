import type { PageState } from "@trainyard/app/page";
import { Preview } from "../parts/preview.tsx";
import { instanceLink } from "./page-link.ts";

/** An evaluation report: its page, and a look at it here where it is of the same place as this page. */
export function ReportLink({
  state,
  report,
  of,
}: {
  readonly state: PageState;
  readonly report: string;
  readonly of: string;
}) {
  if (report === "") return <span class="muted report">No evaluation report available</span>;
  const address = instanceLink(state, report);
  return (
    <span class="row report">
      <a href={address}>Evaluation report</a>
      {address.startsWith("/") ? <Preview title={`Evaluation report of ${of}`} address={address} /> : null}
    </span>
  );
}
