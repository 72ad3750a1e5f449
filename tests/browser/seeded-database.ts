import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, seed } from "../setup/migrate.ts";

/** Each worker's site works on a copy of it. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
  const file = join(folder, "seeded.sqlite");
  await migrate(file);
  await seed(file);
  process.env.SEEDED_DATABASE = file;
  return () => rm(folder, { recursive: true, force: true });
}
