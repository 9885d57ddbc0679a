/**
 * The path of an evaluation report below its instance, whose address may have changed since; empty for anything else.
 *
 * Source: platform fact, `evaluation_report_link` is an absolute address.
 */
export function reportPath(link: unknown): string {
  const [path = ""] = (typeof link === "string" && /\/model-benchmark\?id=\d{1,16}$/.exec(link)) || [];
  return path;
}
