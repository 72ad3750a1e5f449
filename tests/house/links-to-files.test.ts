import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSources } from "./source-files.ts";

// React Router renders nothing for a route without a component: its links must reload the document.
const addresses = [
  ...readFileSync("app/routes.ts", "utf8").matchAll(/route\("([^"]+)", "[^"]+\/route\.ts"/g),
].map(([, path]) => `/${path}`);

/** The names in app/paths.ts of those addresses. */
const names = addresses.flatMap((address) =>
  [...readFileSync("app/paths.ts", "utf8").matchAll(/^ {2}(\w+):.*["`](\/[^"`$]*)/gm)]
    .filter(([, , path]) => path === address)
    .map(([, name]) => name),
);

test("no link of React Router leads to an address without a component", () => {
  expect(names).toEqual(
    expect.arrayContaining(["openApi", "surprise", "accountDownload", "manifest"]),
  );
  const uses = new RegExp(`\\bpaths\\.(${names.join("|")})\\b`);
  const broken = readSources("app").flatMap(({ path, text }) => [
    ...[...text.matchAll(/<Link\b[\s\S]*?<\/Link>/g)]
      .filter(([link]) => uses.test(link) && !link.includes("reloadDocument"))
      .map(([link]) => `${path}: ${link}`),
    // Objects of this kind become links of React Router.
    ...[...text.matchAll(/href: ([^,}]+)/g)]
      .filter(([link]) => uses.test(link) && !path.endsWith("root.tsx"))
      .map(([link]) => `${path}: ${link}`),
  ]);
  expect(broken).toEqual([]);
});
