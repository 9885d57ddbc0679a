/** Which selectors an app's page has: a state must say what a selector that is on asks for. */
export interface Selectors {
  /** Default true. Off: the app trains on all classes. */
  readonly classes?: boolean;
  /** Default false. */
  readonly tags?: boolean;
  /** Default true. Off: a state may still name a split; without a usable one, 80 % are train. */
  readonly splits?: boolean;
  /** Default true. Off: the page has no step for the benchmark. */
  readonly benchmark?: boolean;
}
