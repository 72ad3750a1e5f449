import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const document = readFileSync("docs/security.md", "utf8");

test("each threat is told with what stops it and with a test that is there", () => {
  const rows = [...document.matchAll(/^\| (?!threat|---)(.+) \|$/gm)].map(([, row = ""]) =>
    row.split(" | "),
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const [threat, stopped, shown = ""] of rows) {
    expect(stopped, threat).toBeTruthy();
    const files = [...shown.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
    expect(
      files.some((file) => file.endsWith(".test.ts")),
      threat,
    ).toBe(true);
    expect(
      files.filter((file) => !existsSync(file)),
      threat,
    ).toEqual([]);
  }
});
