import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { importsOf, listFiles, readSources, type SourceFile } from "./source-files.ts";

const sources = readSources();
const packageJson = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));
const dependencies = [
  ...Object.keys(packageJson.dependencies),
  ...Object.keys(packageJson.devDependencies),
];

// Names that React Router, Vite, Vitest or Playwright look for.
const FRAMEWORK_EXPORTS =
  /^(loader|action|middleware|clientMiddleware|links|shouldRevalidate|Layout|ErrorBoundary|handleError|fetch|headers)$/;

// Packages that are used without an import of ours: by other packages, by the command line, or as another package's peer.
const USED_WITHOUT_IMPORT = [
  "@biomejs/biome",
  "@react-router/node",
  "@react-router/serve",
  "node",
  "react-dom",
  "typescript",
  "@types/better-sqlite3",
  "@types/node",
  "@types/react",
  "@types/react-dom",
  "@types/selenium-webdriver",
  "@prisma/client",
  "vite",
  "@fontsource-variable/bricolage-grotesque",
  "@fontsource-variable/noto-sans",
  "@fontsource-variable/noto-sans-arabic",
  "@fontsource-variable/noto-sans-hebrew",
  "@types/autocannon",
  "@types/compression",
  "@types/express",
];

// A test of one screen reads as one list of cases.
const mostLines = (path: string) => (path.endsWith(".test.ts") ? 350 : 250);

test("no source file is longer than 250 lines", () => {
  const long = [
    ...sources,
    ...listFiles("app/ui/styles").map((path) => ({ path, text: readFileSync(path, "utf8") })),
  ]
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ path, lines }) => lines > mostLines(path));
  expect(long).toEqual([]);
});

test("no file is named for being useful in general", () => {
  expect(
    listFiles().filter((path) =>
      /(^|[/.-])(utils?|helpers?|common|manager|misc)([/.-]|$)/i.test(path),
    ),
  ).toEqual([]);
});

test("what a file exports, another one uses", () => {
  const unused = sources.flatMap((file) =>
    exportsOf(file)
      .filter((name) => !FRAMEWORK_EXPORTS.test(name))
      .filter(
        (name) =>
          !sources.some((other) => other !== file && new RegExp(`\\b${name}\\b`).test(other.text)),
      )
      .map((name) => `${file.path}: ${name}`),
  );
  expect(unused).toEqual([]);
});

test("every dependency is used", () => {
  const imported = new Set(sources.flatMap(importsOf));
  const isImported = (name: string) =>
    [...imported].some((target) => target === name || target.startsWith(`${name}/`));
  expect(
    dependencies.filter((name) => !isImported(name) && !USED_WITHOUT_IMPORT.includes(name)),
  ).toEqual([]);
});

test("every package that is imported is a dependency", () => {
  const packageName = (target: string) =>
    target
      .split("/")
      .slice(0, target.startsWith("@") ? 2 : 1)
      .join("/");
  const packages = new Set(
    sources
      .flatMap(importsOf)
      .filter(
        (target) =>
          /^[@a-z]/.test(target) &&
          !/^(app|bench|tests|prisma|scripts|server|node:|virtual:)/.test(target),
      )
      .concat(
        sources
          .flatMap(importsOf)
          .filter((target) => /^(prisma)\//.test(target) && !target.endsWith(".ts")),
      )
      .map(packageName),
  );
  expect([...packages].filter((name) => !dependencies.includes(name))).toEqual([]);
});

test("every dependency has its reason in docs/dependencies.md", () => {
  const reasons = readFileSync("docs/dependencies.md", "utf8");
  expect(dependencies.filter((name) => !reasons.includes(`| \`${name}\` |`))).toEqual([]);
});

function exportsOf({ text }: SourceFile): string[] {
  const declared = [
    ...text.matchAll(
      /^export (?:declare )?(?:async )?(?:const|function|class|type|interface) (\w+)/gm,
    ),
  ];
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]+)\}/gm)].flatMap(([, names = ""]) =>
    names.split(","),
  );
  return [
    ...declared.map(([, name = ""]) => name),
    ...listed.map((name) => name.replace("type ", "").trim()),
  ];
}
