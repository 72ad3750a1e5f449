import { expect, test } from "vitest";
import { readSources } from "./source-files.ts";

test("screens ask the visitor what time it is, so that a page that says so is not kept for longer than it is true", () => {
  const broken = readSources("app/routes", "app/forms", "app/ui")
    .filter(({ text }) => /new Date\(\s*\)|\bDate\.now\(|performance\.now\(/.test(text))
    .map(({ path }) => path);
  expect(broken).toEqual([]);
});
