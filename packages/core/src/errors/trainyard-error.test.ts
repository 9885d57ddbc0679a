import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { errorCodes } from "./codes.ts";
import { isTrainyardError, TrainyardError } from "./trainyard-error.ts";

describe("TrainyardError", () => {
  it("says what is wrong and how to mend it, from the table or in the caller's words", () => {
    const { text, hint } = errorCodes.PROJECT_NOT_FOUND;
    expect(new TrainyardError("PROJECT_NOT_FOUND").message).toBe(`${text} ${hint}`);
    const own = new TrainyardError("PROJECT_NOT_FOUND", "There is no project 7.", { hint: "Try 8." });
    expect([own.message, own.hint]).toEqual(["There is no project 7. Try 8.", "Try 8."]);
  });

  it.each(Object.entries(errorCodes))("%s has one sentence and one mend", (_, { text, hint }) => {
    expect(
      [text, hint].every((sentence) => /^[A-Z].*\.$/.test(sentence) || /^(check|attach)\(/.test(sentence)),
    ).toBe(true);
  });

  it("is an Error with a code, facts, a task and whether to try again", () => {
    const cause = new Error("below");
    const error = new TrainyardError("START_AMBIGUOUS", undefined, { facts: { taskId: 7 }, cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "TrainyardError",
      code: "START_AMBIGUOUS",
      retryable: "ambiguous",
      taskId: 7,
      cause,
    });
  });

  it("is plain data in JSON, without its cause and its stack", () => {
    const cause = new Error("x-api-key: secret");
    const error = new TrainyardError("NOT_FOUND", "No.", { hint: "Look.", facts: { status: 404 }, cause });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "TrainyardError",
      code: "NOT_FOUND",
      message: "No. Look.",
      hint: "Look.",
      retryable: "no",
      facts: { status: 404 },
      page: "docs/errors/NOT_FOUND.md",
    });
  });

  it("prints its message once, with its code and the page that explains it", () => {
    const text = inspect(new TrainyardError("NOT_FOUND", "No.", { hint: "Look.", facts: { taskId: 3 } }));
    expect(text.match(/Look\./g)).toHaveLength(1);
    expect(text).toMatch(/ \{ code: NOT_FOUND, page: docs\/errors\/NOT_FOUND\.md, task: 3 \}$/);
    expect(`${new TrainyardError("NOT_FOUND", "No.", { hint: "Look." })}`).toBe("TrainyardError: No. Look.");
  });
});

describe("isTrainyardError()", () => {
  it("knows the error and its code, and nothing that only looks like one", () => {
    const error = new TrainyardError("NOT_FOUND");
    expect([isTrainyardError(error), isTrainyardError(error, "NOT_FOUND")]).toEqual([true, true]);
    expect(isTrainyardError(error, "FORBIDDEN")).toBe(false);
    expect(
      [{ code: "NOT_FOUND" }, new Error("x"), null, "NOT_FOUND"].map((value) => isTrainyardError(value)),
    ).toEqual([false, false, false, false]);
  });

  it("knows the error of another copy of the library", () => {
    const foreign = { code: "NOT_FOUND", [Symbol.for("trainyard.error")]: true };
    expect(isTrainyardError(foreign, "NOT_FOUND")).toBe(true);
  });
});
