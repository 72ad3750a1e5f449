import { expect, test } from "vitest";
import { readSources } from "./source-files.ts";

// It runs in browsers only.
const DRAFTS = "app/ui/drafts.ts";

test("screens ask the visitor what time it is, so that a page that says so is not kept for longer than it is true", () => {
  const broken = readSources("app/routes", "app/forms", "app/ui")
    .filter(({ text }) => /new Date\(\s*\)|\bDate\.now\(|performance\.now\(/.test(text))
    .map(({ path }) => path)
    .filter((path) => path !== DRAFTS);
  expect(broken).toEqual([]);
});
