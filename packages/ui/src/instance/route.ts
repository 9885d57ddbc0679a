import { type Signal, signal } from "@preact/signals";

/** Where the page is: the parts of the address after `#/`, decoded. */
export const route: Signal<readonly string[]> = signal(read());
window.addEventListener("hashchange", () => {
  route.value = read();
});

function read(): readonly string[] {
  const parts = location.hash.replace(/^#\/?/, "").split("/");
  return parts.filter((part) => part !== "").map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a place of the page. */
export function to(...parts: readonly (string | number)[]): string {
  return `#/${parts.map((part) => encodeURIComponent(part)).join("/")}`;
}
