import { describe, expect, it } from "vitest";
import { parseGuiState } from "./parse-gui-state.ts";

describe("a page's state", () => {
  it("may be a JSON text, or the value itself", () => {
    expect(parseGuiState('{"experiment_name":"12345"}')).toEqual({ experiment_name: "12345" });
    for (const value of [{ a: 1 }, [1], null, undefined, 5]) expect(parseGuiState(value)).toBe(value);
  });

  it("is unpacked once: a text in a text stays one", () => {
    expect(parseGuiState('"{}"')).toBe("{}");
  });

  it.each(["", "{", "app_state.json", "/etc/passwd", "{'a': 1}", '{"a": NaN}'])(
    "that is a text and no JSON is refused, and no file is read: %j",
    (text) => {
      expect(() => parseGuiState(text)).toThrow(
        expect.objectContaining({ message: "guiState is not JSON." }),
      );
    },
  );
});
