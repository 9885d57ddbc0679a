/** A project that uses the packed packages as some of our users do. */
export interface PackedConsumer {
  readonly name: string;
  /** What it installs beside ours, as npm takes it, e.g. `vite@8`. Consumers without any share one installation. */
  readonly tools: readonly string[];
  /** Whether CI runs it on every change; the others are run nightly, and by hand. */
  readonly fast: boolean;
  /** Uses the packages in its folder; gives what is wrong. */
  run(place: ConsumerPlace): readonly string[] | Promise<readonly string[]>;
}

/** Where a consumer works. */
export interface ConsumerPlace {
  /** A folder with node_modules that hold the packed packages and its tools. */
  readonly folder: string;
  /** The repository's root. */
  readonly root: string;
  readonly tarballs: readonly string[];
}
