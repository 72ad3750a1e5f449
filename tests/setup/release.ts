import { spawn } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";

type Ended = { code: number | null; out: string; err: string };

/** A release in a folder of its own: everything as here, with migrations of its own. */
export class Release {
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "fork-and-filter-release-"));
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
    for (const part of ["node_modules", "scripts", "server", "app", "build", "package.json"]) {
      symlinkSync(resolve(part), join(this.folder, part));
    }
    copyFileSync("prisma.config.ts", join(this.folder, "prisma.config.ts"));
    cpSync("prisma", join(this.folder, "prisma"), { recursive: true });
  }

  addMigration(name: string, sql: string): void {
    const folder = join(this.folder, "prisma/migrations", name);
    mkdirSync(folder);
    writeFileSync(join(folder, "migration.sql"), sql);
  }

  dropMigration(name: string): void {
    rmSync(join(this.folder, "prisma/migrations", name), { recursive: true });
  }

  /** @param args such as ["scripts/prepare.ts"] */
  start(args: string[], databaseFile: string, environment: Record<string, string> = {}) {
    return spawn(process.execPath, args, {
      cwd: this.folder,
      env: { ...process.env, DATABASE_URL: `file:${databaseFile}`, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  async run(
    args: string[],
    databaseFile: string,
    environment?: Record<string, string>,
  ): Promise<Ended> {
    const child = this.start(args, databaseFile, environment);
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, out, err };
  }
}
