/** What Jupyter keeps of an executed notebook, as far as it is judged. */
export interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: string;
    readonly outputs?: readonly Output[];
  }[];
}
/** One output of a cell. */
export interface Output {
  readonly output_type: string;
  readonly ename?: string;
  readonly evalue?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What is wrong with an executed notebook: cells that threw or show nothing, and outputs that hold the token. */
export function judgeNotebook(name: string, { cells }: Notebook, token: string): readonly string[] {
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  if (token.length < 16) return [`${name}: its instance has no token, so nothing can be said of leaks`];
  return code.flatMap(({ source, outputs = [] }, at) => {
    const place = `${name}: the cell "${source.trim().split("\n").at(-1)}"`;
    const thrown = outputs.filter(({ output_type }) => output_type === "error");
    return [
      ...thrown.map(({ ename, evalue }) => `${place} throws ${ename}: ${evalue}`),
      // The last cell closes the instance; every other one has something to show.
      ...(outputs.length === 0 && at < code.length - 1 ? [`${place} shows nothing`] : []),
      ...(JSON.stringify(outputs).includes(token) ? [`${place} shows the token`] : []),
    ];
  });
}

/** How many outputs a notebook has as HTML. */
export function countHtml({ cells }: Notebook): number {
  return cells.flatMap(({ outputs = [] }) => outputs).filter(({ data }) => data?.["text/html"] !== undefined)
    .length;
}
