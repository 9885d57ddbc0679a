type Functions = Readonly<Record<string, (...said: never[]) => unknown>>;

const maxDepth = 8;

/**
 * Reads the arguments of a call up to its closing bracket: JSON's values, keys without quotes, and calls of the functions
 * given. Nothing else, so nothing can be run.
 *
 * @throws Error naming `where`.
 */
export function readLiterals(
  text: string,
  where: string,
  functions: Functions,
): { readonly values: readonly unknown[]; readonly length: number } {
  let at = 0;
  const fail = (): never => {
    throw new Error(`${where}: cannot read ${JSON.stringify(text.slice(at, at + 24))}.`);
  };
  const take = (pattern: RegExp): string | undefined => {
    const sticky = new RegExp(pattern.source, "sy");
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    if (found === null) return undefined;
    at += found[0].length;
    return found[0];
  };
  const skip = () => take(/(?:\s|\/\/[^\n]*\n)*/);
  const list = <T>(close: RegExp, one: () => T): T[] => {
    const items: T[] = [];
    for (;;) {
      skip();
      if (take(close) !== undefined) return items;
      items.push(one());
      skip();
      if (take(/,/) === undefined) {
        if (take(close) === undefined) fail();
        return items;
      }
    }
  };
  const value = (depth: number): unknown => {
    if (depth > maxDepth) return fail();
    skip();
    const scalar = take(/"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\b(?:true|false|null)\b/);
    if (scalar !== undefined) return JSON.parse(scalar);
    const template = take(/`(?:[^`\\$]|\\[\\`$])*`/);
    if (template !== undefined) return template.slice(1, -1).replace(/\\([\\`$])/g, "$1");
    if (take(/\[/) !== undefined) return list(/\]/, () => value(depth + 1));
    if (take(/\{/) !== undefined)
      return Object.fromEntries(
        list(/\}/, (): [string, unknown] => {
          const key = take(/"(?:[^"\\\n]|\\.)*"|[A-Za-z_]\w*/) ?? fail();
          skip();
          if (take(/:/) === undefined) fail();
          return [key.startsWith('"') ? String(JSON.parse(key)) : key, value(depth + 1)];
        }),
      );
    const name = take(/[A-Za-z]+(?=\s*\()/) ?? fail();
    take(/\s*\(/);
    const made = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const said = list(/\)/, () => value(depth + 1));
    return made === undefined ? fail() : Reflect.apply(made, undefined, said);
  };
  const values = list(/\)/, () => value(0));
  return { values, length: at };
}
