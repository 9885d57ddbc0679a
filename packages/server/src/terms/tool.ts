/** Something that an assistant may do, in a form that any framework takes. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of its arguments. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What a person is shown before it is executed; undefined where nobody need be asked. */
  preview?(input: unknown): Promise<string>;
  /** Whether it changes nothing, so that nobody need be asked. */
  readonly isReadOnly: boolean;
  /** @throws TrainyardError with the mend in its message. */
  execute(input: unknown, options?: { readonly signal?: AbortSignal }): Promise<unknown>;
}
