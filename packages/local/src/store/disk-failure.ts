import { ApiError } from "./api-error.ts";

const full: readonly string[] = ["ENOSPC", "EDQUOT", "EFBIG"];
const forbidden: readonly string[] = ["EROFS", "EACCES", "EPERM"];

/** What a failed write means to whoever asked for it; undefined for an error that is not the disk's. */
export function diskFailure(error: unknown): ApiError | undefined {
  if (typeof error !== "object" || error === null || !("code" in error) || typeof error.code !== "string")
    return undefined;
  const { code } = error;
  if (full.includes(code))
    return new ApiError(507, `The instance's disk is full (${code}). Free some space, then repeat this.`);
  if (forbidden.includes(code))
    return new ApiError(
      507,
      `The instance may not write to its folder (${code}). Give it one it may write to.`,
    );
  return undefined;
}
