import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "./migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The path of a migrated, empty database. Tests copy it and never open it. */
    migratedDatabase: string;
  }
}

/** Migrates one database for all tests. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
  const file = join(folder, "migrated.sqlite");
  await migrate(file);
  project.provide("migratedDatabase", file);
  return () => rm(folder, { recursive: true, force: true });
}
