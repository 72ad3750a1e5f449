import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseSettings } from "#app/db/settings.ts";

const manifestSchema = z.object({
  volta: z.object({ node: z.string() }),
  devDependencies: z.object({ node: z.string() }),
});

const manifest = manifestSchema.parse(JSON.parse(readFileSync("package.json", "utf8")));
const dockerfile = readFileSync("Dockerfile", "utf8");
const flyToml = readFileSync("fly.toml", "utf8");
const runtimeStage = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));

/** From the first table that has the key. */
function flySetting(key: string): string | undefined {
  return new RegExp(`^\\s*${key} = "?([^"\\n]*)"?$`, "m").exec(flyToml)?.[1];
}

/** The files that git has, with their modes. */
function trackedFiles(): { mode: string; path: string }[] {
  const lines = execFileSync("git", ["ls-files", "--stage", "-z"], { encoding: "utf8" })
    .split("\0")
    .filter(Boolean);
  return lines.map((line) => ({
    mode: line.slice(0, 6),
    path: line.slice(line.indexOf("\t") + 1),
  }));
}

test("one version of Node everywhere", () => {
  const inImage = /^ARG NODE_VERSION=(.+)$/m.exec(dockerfile)?.[1];
  expect([manifest.devDependencies.node, inImage]).toEqual([
    manifest.volta.node,
    manifest.volta.node,
  ]);
  const images = [...dockerfile.matchAll(/^FROM (node:\S+)/gm)].map(([, image]) => image);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the Dockerfile's own variable
  expect(images).toEqual(["node:${NODE_VERSION}-bookworm-slim"]);
});

test("the database is on the volume, which is mounted at /data", () => {
  expect(flySetting("destination")).toBe("/data");
  expect(flySetting("DATABASE_URL")).toBe("file:/data/sqlite.db");
  expect(runtimeStage).toContain("DATABASE_URL=file:/data/sqlite.db");
});

test("the settings of the deployed site can be used, and its port is the one that Fly asks", () => {
  const environment = /\[env\]\n([^[]*)/.exec(flyToml)?.[1] ?? "";
  const pairs = [...environment.matchAll(/^\s*([A-Z_]+) = "([^"]*)"$/gm)].map(
    ([, name = "", value = ""]) => [name, value],
  );
  const settings = parseSettings(Object.fromEntries(pairs));
  expect(settings.TRUST_PROXY).toBe("fly");
  expect(String(settings.PORT)).toBe(flySetting("internal_port"));
  expect(flySetting("path")).toBe("/healthz");
});

test("nothing runs where the volume is missing, and one machine runs", () => {
  expect(flyToml).not.toContain("release_command");
  expect(flySetting("min_machines_running")).toBe("1");
});

test("the container's main process becomes the site, as an unprivileged user", () => {
  expect(runtimeStage).toContain('ENTRYPOINT ["/app/scripts/entrypoint.sh"]');
  const entrypoint = readFileSync("scripts/entrypoint.sh", "utf8");
  expect(entrypoint).toMatch(/exec setpriv --reuid=node --regid=node /);
  expect(entrypoint).toMatch(/\nexec node [^\n]*server\/main\.ts\n$/);
  for (const folder of ["build", "server", "app/db", "scripts"]) {
    expect(runtimeStage).toMatch(new RegExp(`^COPY .*${folder} ${folder}$`, "m"));
  }
});

test("secrets, history and databases stay out of the image", () => {
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  expect(ignored).toEqual(
    expect.arrayContaining([".env*", ".git", "data", "**/*.sqlite*", "**/*.db", "node_modules"]),
  );
});

test.skipIf(!existsSync(".git"))("git has no secrets and no database", () => {
  const paths = trackedFiles().map(({ path }) => path);
  expect(paths.filter((path) => /^\.env($|\.(?!example))/.test(basename(path)))).toEqual([]);
  const isDatabase = (path: string) =>
    existsSync(path) && readFileSync(path, "latin1").startsWith("SQLite format 3\0");
  expect(
    paths.filter((path) => isDatabase(path) || /\.(sqlite3?|db)(-wal|-shm)?$/.test(path)),
  ).toEqual([]);
});

test.skipIf(!existsSync(".git"))("what the container executes is executable in git", () => {
  const executables = ["prisma/schema-engine/main.js", "scripts/entrypoint.sh"];
  const found = trackedFiles().filter(({ path }) => executables.includes(path));
  expect(found.map(({ mode, path }) => `${mode} ${path}`)).toEqual(
    executables.map((path) => `100755 ${path}`),
  );
});
