const binding =
  /(?:export[^\S\r\n]+)?(?:'([^']+)'|([^=#\s]+))[^\S\r\n]*(?:=[^\S\r\n]*(?:'((?:\\'|[^'])*)'|"((?:\\"|[^"])*)"|((?!['"])[^\r\n]*))[^\S\r\n]*)?(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)/y;
const blank = /\s*/y;
const restOfLine = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
const reference = /\$\{([^}:]*)(?::-([^}]*))?\}/g;
const escapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/**
 * Reads an env file as python-dotenv does, which is what the platform's SDK reads its files with: quotes and their
 * escapes, `export`, comments after a blank, `${NAME:-default}`; a line it cannot read is passed over. A byte order
 * mark, which would become part of the first name there, is dropped.
 *
 * @param known values that `${NAME}` finds before those of the file.
 */
export function parseEnvFile(
  text: string,
  known: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const source = text.replace(/^\uFEFF/, "");
  const values = new Map<string, string>();
  const resolve = (value: string) =>
    value.replace(
      reference,
      (_, name: string, fallback: string | undefined) => known[name] ?? values.get(name) ?? fallback ?? "",
    );
  let at = skip(source, 0, blank);
  while (at < source.length) {
    binding.lastIndex = at;
    const match = binding.exec(source);
    const [, quotedKey, key = quotedKey, single, double, bare] = match ?? [];
    const value =
      single?.replace(/\\([\\'])/g, "$1") ??
      double?.replace(/\\([\\'"abfnrtv])/g, (_, letter: string) => escapes[letter] ?? letter) ??
      bare?.replace(/(?<!\s)\s+#.*/, "").trimEnd();
    if (key !== undefined && value !== undefined) values.set(key, resolve(value));
    at = skip(source, match === null ? skip(source, at, restOfLine) : binding.lastIndex, blank);
  }
  return Object.fromEntries(values);
}

function skip(source: string, at: number, what: RegExp): number {
  what.lastIndex = at;
  what.test(source);
  return Math.max(at, what.lastIndex);
}
