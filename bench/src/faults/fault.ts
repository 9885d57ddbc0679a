/** One thing that goes wrong with one request. `acted`: the instance does what it is asked all the same. */
export type Fault =
  | { readonly kind: "none" }
  | {
      readonly kind: "status";
      readonly acted: boolean;
      readonly status: number;
      readonly retryAfter?: string;
    }
  | { readonly kind: "reset" | "hang" | "drip" | "truncated" | "redirect"; readonly acted: boolean }
  | { readonly kind: "garbage"; readonly acted: boolean; readonly body: string }
  /** The request reaches the instance twice, before it is answered. */
  | { readonly kind: "twice"; readonly answer: "first" | "second" | "reset" }
  /** The request reaches the instance once, `delay` milliseconds after the client lost it. */
  | { readonly kind: "late"; readonly delay: number; readonly seen: "reset" | "hang" }
  /** All goes well, but takes virtual milliseconds on its way there and back. */
  | { readonly kind: "delay"; readonly before: number; readonly after: number }
  /** No connection is made. */
  | { readonly kind: "refused" | "unresolved" };

/** The faults by endpoint, used up one by one; afterwards all goes well. */
export interface FaultPlan {
  readonly start: readonly Fault[];
  readonly list: readonly Fault[];
  readonly stop: readonly Fault[];
}

/** The row of the table that a fault belongs to. */
export function faultName(fault: Fault): string {
  const when = "acted" in fault ? (fault.acted ? " after" : " before") : "";
  if (fault.kind === "status")
    return `${fault.status}${fault.retryAfter === undefined ? "" : " Retry-After"}${when}`;
  if (fault.kind === "twice") return `twice, ${fault.answer} answers`;
  if (fault.kind === "late") return `late after ${fault.seen}`;
  return fault.kind + when;
}
