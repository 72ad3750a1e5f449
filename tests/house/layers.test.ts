import { expect, test } from "vitest";
import { importsOf, readSources } from "./source-files.ts";

// What each layer may import besides itself.
const MAY_IMPORT: Record<string, string[]> = {
  "app/routes/": [
    "app/domain/",
    "app/forms/",
    "app/ui/",
    "app/http/",
    "app/open-data/",
    "app/paths.ts",
    "app/twins.ts",
  ],
  "app/open-data/": ["app/domain/", "app/http/", "app/paths.ts", "app/twins.ts"],
  "app/forms/": ["app/domain/", "app/ui/", "app/http/", "app/paths.ts"],
  "app/ui/": ["app/domain/", "app/paths.ts", "app/twins.ts"],
  "app/http/": ["app/domain/", "app/db/settings", "app/paths.ts", "app/twins.ts"],
  "app/domain/": ["app/db/"],
  "app/db/": [],
};

const files = readSources("app").filter(({ path }) => !path.endsWith(".test.ts"));

const layerOf = (path: string) => Object.keys(MAY_IMPORT).find((layer) => path.startsWith(layer));

test.each(Object.entries(MAY_IMPORT))("%s imports only itself and %j", (layer, allowed) => {
  const own = files.filter(({ path }) => path.startsWith(layer));
  expect(own.length).toBeGreaterThan(0);
  const broken = own.flatMap((file) =>
    importsOf(file)
      .filter(
        (target) =>
          target.startsWith("app/") &&
          ![layer, ...allowed].some((start) => target.startsWith(start)),
      )
      .map((target) => `${file.path} imports ${target}`),
  );
  expect(broken).toEqual([]);
});

test("the measurements import only the domain and the database, and nothing imports them", () => {
  const sources = readSources("app", "bench", "prisma", "scripts", "tests").filter(
    ({ path }) => !path.endsWith(".test.ts"),
  );
  const isOwn = ({ path }: { path: string }) => path.startsWith("bench/");
  const broken = [
    ...sources
      .filter(isOwn)
      .flatMap(importsOf)
      .filter((target) => /^app\/(routes|ui|forms|http)\//.test(target)),
    ...sources
      .filter((file) => !isOwn(file))
      .flatMap(importsOf)
      .filter((target) => target.startsWith("bench/")),
  ];
  expect(sources.some(isOwn)).toBe(true);
  expect(broken).toEqual([]);
});

test("the domain and the database know nothing of React, React Router or requests", () => {
  const broken = files
    .filter(({ path }) => ["app/domain/", "app/db/"].includes(layerOf(path) ?? ""))
    .filter((file) =>
      importsOf(file).some((target) =>
        /^(react|react-dom|react-router|@react-router\/.*)$/.test(target),
      ),
    );
  expect(broken.map(({ path }) => path)).toEqual([]);
});

test("the domain knows no web: no address, no status, no drawing", () => {
  // A path such as "/places" or `/places/${slug}`, a fragment such as "#waits", `status: 404`, "<svg".
  const web = /["'`][/#][a-z]|\bstatus: [1-5]\d\d\b|<svg|viewBox/;
  const broken = files
    .filter(({ path }) => layerOf(path) === "app/domain/")
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .filter((line) => !line.includes('"#app/') && web.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(broken).toEqual([]);
});

// Each folder of the domain may import those before it.
const DOMAIN_FOLDERS = [
  "text",
  "members",
  "posting",
  "site",
  "cuisines",
  "search",
  "walk",
  "hours",
  "moderation",
  "deleted",
  "lists",
  "sightings",
  "reports",
  "reviews",
  "dishes",
  "places",
  "merging",
  "undoing",
  "activity",
  "upkeep",
];

test("a folder of the domain imports only folders before it", () => {
  const own = files.filter(({ path }) => layerOf(path) === "app/domain/");
  const folderOf = (path: string) => path.split("/")[2] ?? "";
  const unknown = own.filter(({ path }) => !DOMAIN_FOLDERS.includes(folderOf(path)));
  expect(unknown.map(({ path }) => path)).toEqual([]);
  const broken = own.flatMap((file) => {
    const allowed = DOMAIN_FOLDERS.slice(0, DOMAIN_FOLDERS.indexOf(folderOf(file.path)) + 1);
    return importsOf(file)
      .filter((target) => target.startsWith("app/domain/") && !allowed.includes(folderOf(target)))
      .map((target) => `${file.path} imports ${target}`);
  });
  expect(broken).toEqual([]);
});

test("our host knows of the site nothing but its build and its settings", () => {
  const imports = readSources("server").flatMap(importsOf);
  const own = imports.filter(
    (target) =>
      /^(app|scripts|prisma|tests|server)\//.test(target) && !target.startsWith("server/"),
  );
  expect([...new Set(own)]).toEqual(["app/db/settings.ts"]);
});

test("a screen uses no other screen's parts", () => {
  const folderOf = (path: string) => path.split("/").slice(0, 3).join("/");
  const broken = files
    .filter(({ path }) => path.startsWith("app/routes/"))
    .flatMap((file) =>
      importsOf(file)
        .filter(
          (target) => target.startsWith("app/routes/") && folderOf(target) !== folderOf(file.path),
        )
        .map((target) => `${file.path} imports ${target}`),
    );
  expect(broken).toEqual([]);
});

test("no file imports itself by way of others", () => {
  const graph = new Map(files.map((file) => [file.path, importsOf(file)]));
  const circles: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      return;
    }
    for (const target of graph.get(path) ?? []) {
      if (graph.has(target)) visit(target, [...trail, path]);
    }
  };
  for (const path of graph.keys()) visit(path, []);
  expect(circles).toEqual([]);
});
