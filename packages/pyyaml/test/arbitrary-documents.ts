import fc from "fast-check";
import { plainScalar, quotedScalar, tagged } from "./arbitrary-scalars.ts";

const pick = (...list: readonly string[]) => fc.constantFrom(...list);

/** `key: scalar` in the places where a scalar can stand. */
export const scalarDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: plainScalar },
      { weight: 2, arbitrary: quotedScalar },
      { weight: 1, arbitrary: tagged },
    ),
    pick(
      "k: @",
      "k: @\n",
      "k: @ # c\n",
      "[@]",
      "{a: @, b: 1}",
      "- @\n- 1\n",
      "@: 1\n",
      "@",
      "a:\n  b: @\nc: 1\n",
      "{@}",
      "? @\n: 1\n",
      "k:\t@",
      "k:  @  \n",
    ),
  )
  .map(([scalar, place]) => place.replace("@", () => scalar));

const lines = fc.array(
  pick("a", "  b", "", " ", "# no comment", "c: d", "\t", "   ", "e  f", "é", "- g", "    h"),
  {
    maxLength: 6,
  },
);

/** Literal and folded scalars with every header. */
export const blockScalarDocument: fc.Arbitrary<string> = fc
  .tuple(
    pick("|", ">"),
    pick("", "-", "+", "2", "1", "-2", "2-", "3+", "0", "--", " # c", "- # c", "x"),
    lines,
    pick("  ", " ", "    ", ""),
    pick("\n", "\n", "\r\n", "\u2028", "\x85"),
    pick("", "b: 1\n", "\n\nb: 1", "# c\nb: 1\n"),
  )
  .map(
    ([style, header, body, indent, eol, after]) =>
      `a: ${style}${header}${eol}${body.map((line) => indent + line + eol).join("")}${after}`,
  );

interface Writing {
  readonly indent: number;
  readonly flow: boolean;
}
type Written = (how: Writing) => string;

const comment = pick("", "", "", " # note", "  #", " # a: b");
const simple: fc.Arbitrary<string> = fc.oneof(
  pick(
    "1",
    "0.5",
    "1e-4",
    "1.0e-4",
    "on",
    "None",
    "null",
    "012",
    "12:30",
    "x y",
    '"q # r"',
    "'it''s'",
    "~",
    "",
    "[]",
    "{}",
    "0x1F",
    "2026-01-01",
  ),
  fc.integer().map(String),
);
const key = pick("a", "b", "lr", "lr0", "on", "1", "a.b", '"q: k"', "'s'", "~", "epochs", "weight decay");

/** PyYAML's versions differ in which of two equal keys a merge brings in, so merged mappings have none. */
function firstOfEachKey<P extends readonly [string, ...unknown[]]>(pairs: readonly P[]): readonly P[] {
  return [...new Map([...pairs].reverse().map((pair) => [pair[0], pair])).values()];
}

const { node } = fc.letrec<{ node: Written }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    {
      weight: 3,
      arbitrary: simple.map(
        (text): Written =>
          () =>
            text === "" ? "" : ` ${text}`,
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.array(fc.tuple(key, tie("node"), comment), { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          pick("", "", " &m1", " !!map"),
          fc.integer({ min: 1, max: 4 }),
        )
        .map(
          ([all, flow, prop, step]): Written =>
            (how) => {
              const pairs = prop === " &m1" ? firstOfEachKey(all) : all;
              if (flow || how.flow)
                return `${prop} {${pairs.map(([k, v]) => `${k}:${v({ indent: 0, flow: true })}`).join(", ")}}`;
              const indent = how.indent + step;
              return `${prop}\n${pairs
                .map(([k, v, note]) => {
                  const value = v({ indent, flow: false });
                  return `${" ".repeat(indent)}${k}:${value.includes("\n") ? value.replace("\n", `${note}\n`) : value + note}`;
                })
                .join("\n")}`;
            },
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          fc.integer({ min: 0, max: 3 }),
        )
        .map(
          ([items, flow, step]): Written =>
            (how) => {
              if (flow || how.flow)
                return ` [${items.map((item) => item({ indent: 0, flow: true })).join(",")}]`;
              const indent = Math.max(0, how.indent + step);
              return `\n${items.map((item) => `${" ".repeat(indent)}-${item({ indent, flow: false })}`).join("\n")}`;
            },
        ),
    },
  ),
}));

const rooted: fc.Arbitrary<string> = fc
  .array(fc.tuple(key, node, comment), { minLength: 1, maxLength: 6 })
  .map((pairs) =>
    pairs
      .map(([k, v, note]) => {
        const value = v({ indent: 0, flow: false });
        return `${k}:${value.includes("\n") ? value : value + note}\n`;
      })
      .join(""),
  );

/** Nested documents in block and flow, with comments, anchors and each line ending. */
export const nestedDocument: fc.Arbitrary<string> = fc
  .tuple(
    rooted,
    pick("", "", "# head\n", "---\n", "%YAML 1.1\n---\n", "\ufeff"),
    pick("", "", "# foot\n", "...\n", "---\nb: 1\n", "x: *m1\n", "y:\n  <<: *m1\n  lr: 3\n"),
    pick("\n", "\n", "\r\n"),
  )
  .map(([body, head, foot, eol]) => (head + body + foot).replaceAll("\n", eol));

const defaults = pick(
  "# training\nepochs: 100 # passes over the data\nbatch: 16\noptimizer: auto # one of SGD, Adam, AdamW\nfreeze: None\nlr0: 0.01\namp: True\n",
  "epoches: 50\neval_spatial_size: [640, 640] # height, width\n\noptimizer:\n  type: AdamW\n  lr: 0.0001\n  betas: [0.9, 0.999]\nlr_scheduler:\n  type: MultiStepLR\n  milestones: [35, 45]\n",
  "train_dataloader:\n  dataset:\n    transforms:\n      policy:\n        epoch: [4, 29, 50]\n  collate_fn:\n    stop_epoch: 50\n# optimizer:\n#   lr: 0.0005\n",
  "n_iterations: 5000\nbase_lr: 0.00025\nuse_fp16: false\n",
  'epochs: 40\nlr: 6e-4\nopt_betas: "0.9 0.999"\nenable_deepspeed: true\n',
  "base: &base\n  lr: 0.1\n  steps: [1, 2]\nhead:\n  <<: *base\n  lr: 0.2\nlist:\n- a\n- b: 1\n  c: 2\ntext: |\n  one\n  two\n",
);

/** Settings as apps have them, with a few characters cut out, put in or changed. */
export const damagedDocument: fc.Arbitrary<string> = fc
  .tuple(
    defaults,
    fc.array(
      fc.tuple(
        fc.nat(400),
        fc.nat(2),
        pick(...":-#[]{}&*!|>'\",? \n\t", "  ", ": ", "- ", "\n\n", "\n  ", "a", "1", "---\n", "<<: "),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([text, cuts]) =>
    cuts.reduce((result, [at, length, put]) => {
      const place = at % (result.length + 1);
      return result.slice(0, place) + put + result.slice(place + length);
    }, text),
  );

/** Characters with a meaning, in no order. */
export const soupDocument: fc.Arbitrary<string> = fc
  .array(
    pick(
      "a",
      "b",
      "1",
      ":",
      ": ",
      "-",
      "- ",
      "? ",
      "[",
      "]",
      "{",
      "}",
      ",",
      ", ",
      "\n",
      "\n ",
      "\n  ",
      "#",
      " # ",
      "&x ",
      "*x",
      "!!str ",
      "! ",
      "|",
      ">",
      "'",
      '"',
      " ",
      "\t",
      "<<",
      "%",
      "---",
      "...",
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));
