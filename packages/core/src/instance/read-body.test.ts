import { describe, expect, it } from "vitest";
import { readBody } from "./read-body.ts";

const never = new AbortController().signal;

describe("readBody()", () => {
  it("gives the whole body, whatever parts it comes in", async () => {
    const parts = new ReadableStream({
      start(controller) {
        for (const part of ["ab", "", "c"]) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    });
    expect(new TextDecoder().decode(await readBody(new Response(parts), 3, never))).toBe("abc");
    expect(await readBody(new Response(null), 3, never)).toEqual(new Uint8Array(0));
  });

  it("does not keep a body without end, and tells its sender to stop", async () => {
    let isCancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(100)),
      cancel: () => {
        isCancelled = true;
      },
    });
    await expect(readBody(new Response(endless), 1000, never)).rejects.toMatchObject({
      code: "ANSWER_UNEXPECTED",
    });
    expect(isCancelled).toBe(true);
  });

  it("ends with the signal's reason while the next part does not come", async () => {
    const cut = new AbortController();
    const reading = readBody(new Response(new ReadableStream({})), 10, cut.signal);
    cut.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
  });
});
