import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own, in memory. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), "fork-and-filter-disk-"));

  constructor(megabytes: number) {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", this.folder]);
  }

  remove(): void {
    execFileSync("umount", ["--lazy", this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function canMount(): boolean {
  try {
    new SmallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

/** Why this machine cannot have a disk of a few megabytes; undefined when it can. */
export const NO_SMALL_DISK =
  process.getuid?.() === 0 && canMount() ? undefined : "mounting a small disk takes root";
