import { describe, expect, it } from "vitest";
import { parseEnvFile } from "./parse-env-file.ts";

describe("parseEnvFile()", () => {
  // What python-dotenv 1.x gives for these texts, with HOME_X=/h in the environment; § stands for a dollar sign.
  it.each<[string, string, Record<string, string>]>([
    ["a plain value", "A=1\n", { A: "1" }],
    [
      "export, quotes, a comment and CRLF",
      "export A=1\nB=\"x # y\" # c\r\nC='it\\'s'\r\n",
      { A: "1", B: "x # y", C: "it's" },
    ],
    [
      "a hash only after a blank is a comment",
      "A=abc#def\nB=abc #def\nC= #x\nD=\n",
      { A: "abc#def", B: "abc", C: "#x", D: "" },
    ],
    ["a name without a value is not set", "A\nB=2\n", { B: "2" }],
    ["a quoted name", "'my key'=v\n", { "my key": "v" }],
    ["escapes in double quotes", 'A="a\\nb\\t\\"q\\" \\\\ \\x"\n', { A: 'a\nb\t"q" \\ \\x' }],
    ["a value of two lines", 'A="two\nlines"\nB=1\n', { A: "two\nlines", B: "1" }],
    [
      "references to earlier values, with a default",
      "A=1\nB=§{A}/x\nC=§{MISSING:-d}-§{MISSING}\n",
      { A: "1", B: "1/x", C: "d-" },
    ],
    ["an open quote spoils its line only", 'A="open\nB=2\n', { B: "2" }],
    ["text after a quoted value spoils its line", 'A="x"y\nB=2\n', { B: "2" }],
    ["blanks and comment lines", "# c\n\n  A = 1  \n", { A: "1" }],
    [
      "names with dots",
      "context.teamId=7\nmodal.state.slyProjectId=9\n",
      { "context.teamId": "7", "modal.state.slyProjectId": "9" },
    ],
    ["old Mac line ends", "A=1\rB=2\r", { A: "1", B: "2" }],
    ["the last of two", "A=1\nA=2\n", { A: "2" }],
    ["single quotes, references all the same", "export   A='$B §{B}'\n", { A: "$B " }],
    ["a reference to what is known already", "A=§{HOME_X}/y", { A: "/h/y" }],
    ["a line without a name", "A=a b c   \n=5\nB=1", { A: "a b c", B: "1" }],
    ["a colon is no equals sign", "A:1\nB=2\n", { B: "2" }],
    ["no unicode escapes", 'A="\\u0041"\n', { A: "\\u0041" }],
    ["no escapes in single quotes", "A='a\\nb'\n", { A: "a\\nb" }],
    ["blanks before export", "   export A=1 \n", { A: "1" }],
    ["a name that begins like export", "exportA=1\n", { exportA: "1" }],
  ])("reads as python-dotenv does: %s", (_, text, values) => {
    expect(parseEnvFile(text.replaceAll("§", "$"), { HOME_X: "/h" })).toEqual(values);
  });

  it("drops a byte order mark, which would become part of the first name", () => {
    expect(parseEnvFile("\uFEFFAPI_TOKEN=t\n")).toEqual({ API_TOKEN: "t" });
  });

  it("finds what is set already before a value of the file", () => {
    expect(parseEnvFile(`A=file\nB=$${"{A}"}\n`, { A: "set" })).toEqual({ A: "file", B: "set" });
  });
});
