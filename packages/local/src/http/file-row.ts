import type { TeamFile } from "../store/team-files.ts";

const mimes: Readonly<Record<string, string>> = {
  json: "application/json",
  yaml: "text/yaml",
  yml: "text/yaml",
  txt: "text/plain",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** An entry of Team Files as the platform tells of it. */
export function fileRow(
  { id, path, name, isDir, size, updatedAt }: TeamFile,
  teamId: number,
  request: Request,
): Record<string, unknown> {
  const dot = name.lastIndexOf(".");
  const ext = dot > 0 ? name.slice(dot + 1) : "";
  const mime = isDir ? null : (mimes[ext.toLowerCase()] ?? "application/octet-stream");
  const query = new URLSearchParams({ teamId: String(teamId), path });
  const url = `/public/api/v3/file-storage.download?${query}`;
  return {
    id,
    teamId,
    userId: null,
    name,
    path,
    isDir,
    type: isDir ? "folder" : "file",
    hash: null,
    size,
    meta: { size, ext, mime },
    storagePath: isDir ? null : url,
    fullStorageUrl: isDir ? null : new URL(url, request.url).href,
    createdAt: updatedAt,
    updatedAt,
  };
}
