import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BYTES = 48 * 2 ** 20;

/** A disk in a file, which can fail as a real one does: the kernel makes it read-only while files are open. */
export class FailingDisk {
  readonly #own = mkdtempSync(join(tmpdir(), "fork-and-filter-failing-"));
  readonly #image = join(this.#own, "image");
  readonly folder = join(this.#own, "disk");

  constructor() {
    writeFileSync(this.#image, "");
    truncateSync(this.#image, BYTES);
    execFileSync("mkfs.ext4", ["-q", this.#image]);
    execFileSync("mkdir", [this.folder]);
    execFileSync("mount", ["-o", "loop", this.#image, this.folder]);
  }

  /** As after an error of the hardware: https://www.kernel.org/doc/html/latest/admin-guide/ext4.html, "abort". */
  fail(): void {
    execFileSync("mount", ["-o", "remount,abort", this.folder]);
  }

  /** Unmounted, checked and mounted again. Nobody may have a file of it open. */
  mend(): void {
    execFileSync("umount", [this.folder]);
    try {
      execFileSync("fsck.ext4", ["-p", this.#image], { stdio: "ignore" });
    } catch {
      // It tells by its exit code that it mended something.
    }
    execFileSync("mount", ["-o", "loop", this.#image, this.folder]);
  }

  remove(): void {
    execFileSync("umount", ["--lazy", this.folder]);
    rmSync(this.#own, { recursive: true, force: true });
  }
}

function canFail(): boolean {
  try {
    new FailingDisk().remove();
    return true;
  } catch {
    return false;
  }
}

/** Why this machine cannot have such a disk; undefined when it can. */
export const NO_FAILING_DISK =
  process.getuid?.() === 0 && canFail()
    ? undefined
    : "a disk that fails takes root, mkfs.ext4 and a loop device";
