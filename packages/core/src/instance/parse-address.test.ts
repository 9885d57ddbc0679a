import { describe, expect, it } from "vitest";
import { parseAddress } from "./parse-address.ts";

describe("parseAddress()", () => {
  it.each([
    ["app.supervisely.com", "https://app.supervisely.com"],
    ["https://app.supervisely.com/", "https://app.supervisely.com"],
    ["  https://Host.example:8443  ", "https://host.example:8443"],
    ["https://host.example/platform//", "https://host.example/platform"],
    ["https://host.example/?next=1#top", "https://host.example"],
  ])("reads %s as %s", (text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  it.each(["localhost:38517", "127.0.0.1:80", "http://127.1.2.3:9000", "[::1]:38517"])(
    "lets %s of this machine speak http",
    (text) => {
      expect(parseAddress(text)).toMatch(/^http:\/\//);
    },
  );

  it.each([
    "http://app.supervisely.com",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://10.0.0.5:8080",
  ])("does not send a token to %s unencrypted, unless told to", (text) => {
    expect(() => parseAddress(text)).toThrow("would send the token unencrypted");
    expect(parseAddress(text, true)).toBe(text);
  });

  it.each(["localhost.example.com", "127.0.0.1.example.com"])(
    "takes %s for another machine, whatever it begins with",
    (text) => {
      expect(parseAddress(text)).toBe(`https://${text}`);
    },
  );

  it.each(["", "https://", "not a host", "ftp://host.example", "file:///etc/hosts"])("refuses %j", (text) => {
    expect(() => parseAddress(text)).toThrow(expect.objectContaining({ code: "ADDRESS_INVALID" }));
  });

  it("refuses a user and a password, and does not repeat them", () => {
    const read = () => parseAddress("https://ann:opensesame@host.example");
    expect(read).toThrow("must not hold a user or a password");
    expect(read).not.toThrow(/opensesame/);
  });
});
