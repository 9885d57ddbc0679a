import { StringDecoder } from "node:string_decoder";

/** An app that never ends its line would fill the instance's memory with it. */
const maxLength = 64 * 1024;

/** Takes the bytes of a stream as they come and gives its lines; a line of endless length in pieces. */
export function splitLines(onLine: (line: string) => void): {
  push(bytes: Buffer): void;
  /** The stream has ended: what is left is the last line. */
  end(): void;
} {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const give = (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line.replace(/\r$/, ""));
    for (; rest.length > maxLength; rest = rest.slice(maxLength)) onLine(rest.slice(0, maxLength));
  };
  return {
    push: (bytes) => give(decoder.write(bytes)),
    end: () => {
      give(decoder.end());
      if (rest !== "") onLine(rest);
      rest = "";
    },
  };
}
