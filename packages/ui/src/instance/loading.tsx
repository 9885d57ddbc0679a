import type { ComponentChildren } from "preact";
import { Notice } from "../parts/notice.tsx";

/** What stands while an answer is waited for, or in place of one that did not come. */
export function Loading<T>({
  answer,
  children,
}: {
  readonly answer: { readonly data?: T; readonly problem?: string };
  readonly children: (data: T) => ComponentChildren;
}) {
  if (answer.problem !== undefined) return <Notice tone="bad">{answer.problem}</Notice>;
  if (answer.data === undefined) return <p class="muted">Loading…</p>;
  return <>{children(answer.data)}</>;
}
