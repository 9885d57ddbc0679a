/** A change of a value at a path, as immer tells it. */
export interface Patch {
  readonly op: "add" | "remove" | "replace";
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/** A value with patches applied; what they do not touch stays the same object. */
export function applyPatches<T>(before: T, patches: readonly Patch[]): T {
  return patches.reduce<unknown>((value, patch) => applyOne(value, patch, 0), before) as T;
}

function applyOne(value: unknown, patch: Patch, depth: number): unknown {
  const key = patch.path[depth];
  if (key === undefined) return patch.value;
  const last = depth === patch.path.length - 1;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const at = Number(key);
    if (!last) copy[at] = applyOne(copy[at], patch, depth + 1);
    else if (key === "length") copy.length = Number(patch.value);
    else if (patch.op === "remove") copy.splice(at, 1);
    else if (patch.op === "add") copy.splice(at, 0, patch.value);
    else copy[at] = patch.value;
    return copy;
  }
  const copy: Record<string, unknown> = { ...Object(value) };
  if (!last) copy[key] = applyOne(copy[key], patch, depth + 1);
  else if (patch.op === "remove") delete copy[key];
  else copy[key] = patch.value;
  return copy;
}
