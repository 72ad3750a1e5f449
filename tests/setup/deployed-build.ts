import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Copies the build to a folder of its own, as a deploy does, and returns that folder. */
export function deployBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-machine-"));
  cpSync("build", join(folder, "build"), { recursive: true });
  cpSync("public", join(folder, "public"), { recursive: true });
  for (const part of ["package.json", "server", "app/db/settings.ts"]) {
    cpSync(part, join(folder, part), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Without packages. */
export function listDeployed(folder: string): string[] {
  const listInside = (name: string) =>
    readdirSync(join(folder, name), { encoding: "utf8", recursive: true });
  return [...readdirSync(folder), ...listInside("build"), ...listInside("public")].sort();
}

export function destroyBuild(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
