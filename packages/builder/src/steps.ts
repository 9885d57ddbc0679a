/** The steps a training cannot do without, and the call that takes each. */
export interface Steps {
  agent: ".on(agent)";
  project: ".project(id)";
  model: ".model(name)";
}

/** The compiler's way of saying which call is missing: the first line of its error is this sentence. */
export type NotReady<Call extends string> = `this chain still needs ${Call}`;

/** The same steps at run time, in the order a reader expects. */
export const stepCalls: Readonly<Record<keyof Steps, string>> = {
  agent: ".on(agent)",
  project: ".project(id)",
  model: ".model(name)",
};
