import type { Caller, CallOptions } from "../caller.ts";

/** A text file of an app's repository. Source: platform fact, `ecosystem.file.download`. */
export async function ecosystemFileDownload(
  instance: Caller,
  moduleId: number,
  filePath: string,
  options?: CallOptions,
): Promise<string> {
  const bytes = await instance.download("ecosystem.file.download", { moduleId, filePath }, options);
  return new TextDecoder().decode(bytes);
}
