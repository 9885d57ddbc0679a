import fc from "fast-check";

const pieces = (...list: readonly string[]) => fc.constantFrom(...list);
const join = (parts: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(parts, { minLength: 1, maxLength }).map((list) => list.join(""));

const sign = pieces("", "", "-", "+");
const digits = join(pieces("0", "1", "7", "8", "9", "12", "30", "59", "60", "_"), 4);
const exponent = pieces("", "e5", "e+5", "E-7", "e-07", "e", "e+", "e5_0", "E+1.0");
const parts = (...list: readonly fc.Arbitrary<string>[]) => fc.tuple(...list).map((texts) => texts.join(""));

/** Numbers and what is nearly one: bases, underscores, sexagesimals, exponents. */
const numbers = fc.oneof(
  parts(sign, pieces("", "0", "0b", "0o", "0x", "0X", "00"), digits),
  parts(sign, pieces("0b1", "0x", "0xf", "0b", "0o7"), join(pieces("0", "1", "a", "F", "g", "_", "2"), 4)),
  parts(sign, digits, pieces(".", "", "._"), fc.oneof(digits, pieces("")), exponent),
  parts(sign, pieces("."), digits, exponent),
  parts(sign, digits, pieces(":"), digits, pieces("", ":5", ":59", ":60", ".5", ":30.25", ":00.", ":7:8:9")),
  parts(sign, pieces(".inf", ".Inf", ".INF", ".iNF", "inf", ".nan", ".NaN", ".NAN", ".Nan", "nan")),
  fc.double().map(String),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value.toExponential()),
  fc.bigInt().map(String),
);

const words = pieces(
  ...[
    "yes",
    "Yes",
    "YES",
    "yEs",
    "no",
    "No",
    "NO",
    "on",
    "On",
    "ON",
    "oN",
    "off",
    "Off",
    "OFF",
    "y",
    "Y",
    "n",
    "N",
  ],
  ...[
    "true",
    "True",
    "TRUE",
    "tRUE",
    "false",
    "False",
    "FALSE",
    "null",
    "Null",
    "NULL",
    "nULL",
    "~",
    "~~",
    "None",
  ],
  ...[
    "none",
    "=",
    "==",
    "<<",
    "<",
    "<<<",
    "-",
    "?",
    ":",
    "--",
    "---",
    "...",
    "!",
    "&",
    "*",
    "!!",
    "%",
    "@",
    "`",
  ],
);

const two = pieces("00", "01", "02", "12", "13", "28", "29", "30", "31", "59", "60", "1", "9", "24", "23");
const dates = parts(
  pieces("2026", "2024", "1900", "0000", "0001", "9999", "26"),
  pieces("-"),
  two,
  pieces("-"),
  two,
  fc.oneof(
    pieces("", ""),
    parts(
      pieces("T", "t", " ", "  ", "x"),
      two,
      pieces(":"),
      two,
      pieces(":"),
      two,
      pieces("", ".", ".5", ".123456789", ".1_0"),
      pieces("", "Z", " Z", "+1", "-05:30", " +23:59", "+24:00", "-00:00", "z", "+1:5"),
    ),
  ),
);

const soup = join(
  pieces(..."0123456789abefxon_+-.:~=<>!&*?,#[]{}|@%`'\"\\ é😀", " ", "\t", ": ", " #", ", "),
  8,
);

/** Scalars without quotes, most of them near an edge of what PyYAML takes for more than text. */
export const plainScalar: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: numbers },
  { weight: 1, arbitrary: words },
  { weight: 2, arbitrary: dates },
  { weight: 2, arbitrary: soup },
  { weight: 1, arbitrary: parts(words, pieces("", " ", "s", "_"), words) },
);

const inQuotes = join(
  pieces(
    "a",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "'",
    "''",
    '"',
    "\\",
    '\\"',
    "\\n",
    "\\x41",
    "\\u00e9",
    "\\U0001F600",
    "\\q",
    "\\\n",
    "#",
    ": ",
    "\r\n",
    "\u2028",
    "\\ ",
    "é",
    "---",
    "\n---\n",
  ),
  8,
);

/** Scalars in quotes, with escapes and folded lines, good and bad. */
export const quotedScalar: fc.Arbitrary<string> = fc.oneof(
  inQuotes.map((text) => `"${text}"`),
  inQuotes.map((text) => `'${text}'`),
  fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
  fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
);

/** A tag before a scalar, as safe_load knows it or not. */
export const tagged: fc.Arbitrary<string> = parts(
  pieces(
    "!!str",
    "!!int",
    "!!float",
    "!!bool",
    "!!null",
    "!!timestamp",
    "!!binary",
    "!",
    "!!seq",
    "!!map",
    "!mine",
    "!!python/name:os.system",
    "!<tag:yaml.org,2002:int>",
    "!!set",
  ),
  pieces(" "),
  fc.oneof(plainScalar, quotedScalar, pieces('"5"', '"aGVsbG8="', "aGVsbG8", "aGk=", "")),
);
