import { execFile } from "node:child_process";

/** A GPU of this machine; memory in bytes. */
export interface Gpu {
  readonly index: number;
  readonly name: string;
  readonly total: number;
  readonly used: number;
  readonly free: number;
  /** Null for what is no GPU. */
  readonly driver: string | null;
}

const query = "index,name,memory.total,memory.used,memory.free,driver_version";
const patience = 10_000;

/** The GPUs of this machine, as NVIDIA's own tool tells of them; none where there is no such tool. */
export function readGpus(program = "nvidia-smi"): Promise<readonly Gpu[]> {
  return new Promise((resolve) => {
    const args = [`--query-gpu=${query}`, "--format=csv,noheader,nounits"];
    execFile(program, args, { timeout: patience }, (error, stdout) =>
      resolve(error === null ? stdout.split("\n").flatMap(gpuOf) : []),
    );
  });
}

/** A line such as `0, NVIDIA RTX A4000, 16376, 400, 15976, 550.54`; memory in MiB. */
function gpuOf(line: string): readonly Gpu[] {
  const [index, name, total, used, free, driver] = line.split(",").map((part) => part.trim());
  const [at, ...memory] = [index, total, used, free].map((text) =>
    text === undefined || text === "" ? Number.NaN : Number(text),
  );
  const [all, busy, left] = memory.map((mebibytes) => mebibytes * 2 ** 20);
  if (at === undefined || all === undefined || busy === undefined || left === undefined) return [];
  if (![at, all, busy, left].every(Number.isFinite)) return [];
  return [{ index: at, name: name ?? "", total: all, used: busy, free: left, driver: driver ?? "" }];
}
