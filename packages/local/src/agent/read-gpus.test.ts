import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localAgentRow } from "./agent-row.ts";
import { readGpus } from "./read-gpus.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-gpus-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function tool(text: string, code = 0): string {
  const path = join(dir, "nvidia-smi");
  writeFileSync(path, `#!/bin/sh\ncat <<'END'\n${text}\nEND\nexit ${code}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("the GPUs of this machine", () => {
  it("are told in bytes, with the driver", async () => {
    const gpus = await readGpus(
      tool("0, NVIDIA A, 1000, 400, 600, 550.54\n1, NVIDIA B, 2000, 0, 2000, 550.54"),
    );
    expect(localAgentRow(gpus)).toMatchObject({
      gpuInfo: {
        is_available: true,
        device_count: 2,
        device_names: ["NVIDIA A", "NVIDIA B"],
        device_memory: [{ total: 1000 * 2 ** 20, available: 600 * 2 ** 20 }, { available: 2000 * 2 ** 20 }],
        driver_version: "550.54",
      },
    });
  });

  it("are none where there is no such tool, where it fails, and where it does not know", async () => {
    expect(await readGpus(join(dir, "missing"))).toEqual([]);
    expect(await readGpus(tool("NVIDIA-SMI has failed", 9))).toEqual([]);
    expect(await readGpus(tool("0, NVIDIA A, [N/A], [N/A], [N/A], 550.54"))).toEqual([]);
    expect(localAgentRow([])).toMatchObject({ gpuInfo: { is_available: false, device_count: 0 } });
  });
});
