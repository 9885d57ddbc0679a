import type { Caller } from "../caller.ts";

/** A text file of an app's repository. Source: platform fact, `ecosystem.file.download`. */
export async function ecosystemFileDownload(
  instance: Caller,
  moduleId: number,
  filePath: string,
): Promise<string> {
  const bytes = await instance.download("ecosystem.file.download", { moduleId, filePath });
  return new TextDecoder().decode(bytes);
}
