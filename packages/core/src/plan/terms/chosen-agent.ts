/** The agent of a plan and why it was taken. */
export interface ChosenAgent {
  readonly id: number;
  readonly name?: string;
  readonly reason: string;
  /** The other agents that were looked at, with the free memory of each of their GPUs. */
  readonly others?: readonly string[];
}
