/**
 * Ids of the datasets that hang in the project's tree. A dataset whose parent is gone is in no tree, and cannot be used.
 *
 * Source: platform fact, a training app looks datasets up in the tree, not in the list.
 */
export function reachableDatasets(
  datasets: readonly { readonly id: number; readonly parentId: number | null }[],
): ReadonlySet<number> {
  const children = new Map<number | null, number[]>();
  for (const { id, parentId } of datasets) children.set(parentId, [...(children.get(parentId) ?? []), id]);
  const reached = new Set<number>();
  const open: (number | null)[] = [null];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop())
    for (const id of children.get(parent) ?? []) {
      if (reached.has(id)) continue;
      reached.add(id);
      open.push(id);
    }
  return reached;
}
