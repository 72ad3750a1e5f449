import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, seed } from "../../tests/setup/migrate.ts";

export async function copySeeded(): Promise<{ file: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-bench-"));
  const file = join(folder, "seeded.sqlite");
  await migrate(file);
  await seed(file);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
