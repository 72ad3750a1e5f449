import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export type SourceFile = { path: string; text: string };

/** The project's own TypeScript files under these folders, as git knows them (also those not yet committed). */
export function readSources(...folders: string[]): SourceFile[] {
  return listFiles(...folders)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** The project's files under these folders, or all of them, without those that git ignores. */
export function listFiles(...folders: string[]): string[] {
  const args = [
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "--deduplicate",
    ...folders,
  ];
  return execFileSync("git", args, { encoding: "utf8" }).split("\n").filter(Boolean);
}

/** What a file imports: paths from the project's root for its own files, names for packages. */
export function importsOf({ path, text }: SourceFile): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, specifier = ""]) => specifier,
  );
  return specifiers.map((specifier) => {
    if (specifier.startsWith("#app/")) return specifier.slice(1);
    if (!specifier.startsWith(".")) return specifier;
    return resolve("/", path, "..", specifier).slice(1);
  });
}
