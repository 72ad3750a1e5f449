import { expect, test } from "vitest";
import { shortWebsite, websiteSchema } from "./place-fields.ts";

test.each([
  ["https://git-hummus.example/menu", "https://git-hummus.example/menu"],
  ["git-hummus.example", "https://git-hummus.example/"],
  ["HTTP://GIT-HUMMUS.EXAMPLE", "http://git-hummus.example/"],
  ["", undefined],
])("%j is kept as %j", (typed, kept) => {
  expect(websiteSchema.parse(typed)).toBe(kept);
});

test.each([
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,hi",
  "ftp://git-hummus.example",
  "https://user:secret@git-hummus.example",
  "https://localhost",
  "//git-hummus.example",
  "hummus",
  `https://git-hummus.example/${"a".repeat(300)}`,
])("%j is refused", (typed) => {
  expect(websiteSchema.safeParse(typed).success).toBe(false);
});

test("a website is shown as people say it", () => {
  expect(shortWebsite("https://www.git-hummus.example/")).toBe("git-hummus.example");
});
