import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** All files that a file imports, directly or not, and itself. Imports of types do not count. */
export function filesBehind(entry: string): string[] {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const target of importsOf(path)) follow(target);
  };
  follow(entry);
  return [...found].sort();
}

export const MEASURED_SCREENS = [
  { screen: "a list page", route: "app/routes/place-list/route.tsx", most: 62 },
  { screen: "the review form", route: "app/routes/review/route.tsx", most: 60 },
  { screen: "a moderator's decision", route: "app/routes/moderate/route.tsx", most: 40 },
];

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?([^"';]*?)from\s+"([^"]+)";/gm);
  const bare = text.matchAll(/^import\s+"([^"]+)";/gm);
  const specifiers = [
    ...[...statements].flatMap(([, isType, names = "", specifier = ""]) =>
      isType || areTypes(names) ? [] : [specifier],
    ),
    ...[...bare].map(([, specifier = ""]) => specifier),
  ];
  return specifiers.flatMap((specifier) => {
    const target = specifier.startsWith("#app/")
      ? specifier.slice(1)
      : specifier.startsWith(".")
        ? relative(root, resolve(root, dirname(path), specifier))
        : undefined;
    const isSource = target && /\.tsx?$/.test(target) && !target.startsWith("app/db/generated/");
    return isSource && existsSync(join(root, target)) ? [target] : [];
  });
}

function areTypes(names: string): boolean {
  const inBraces = /^\{([\s\S]*)\}\s*$/.exec(names.trim())?.[1];
  const parts = inBraces?.split(",").map((part) => part.trim()) ?? [];
  return parts.length > 0 && parts.filter(Boolean).every((part) => part.startsWith("type "));
}

if (import.meta.main) {
  for (const { screen, route, most } of MEASURED_SCREENS) {
    const files = filesBehind(route);
    console.log(`${screen}: ${files.length} files (at most ${most})`);
    if (process.argv.includes("--list")) console.log(files.map((file) => `  ${file}`).join("\n"));
  }
}
