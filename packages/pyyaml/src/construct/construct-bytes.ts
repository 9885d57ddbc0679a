/** The bytes, in plain base64, that PyYAML makes of a `!!binary` text; undefined where Python refuses. */
export function constructBytes(text: string): string | undefined {
  if (/[^\0-\x7f]/.test(text)) return undefined;
  let data = "";
  let pads = 0;
  for (const character of text) {
    if (character === "=") {
      pads++;
      if (data.length % 4 >= 2 && (data.length % 4) + pads >= 4) return canonical(data);
    } else if (/[A-Za-z0-9+/]/.test(character)) {
      data += character;
      pads = 0;
    }
  }
  return data.length % 4 === 0 ? data : undefined;
}

/** Bits after the last whole byte do not count. */
function canonical(data: string): string {
  return btoa(atob(data + "=".repeat((4 - (data.length % 4)) % 4)));
}
