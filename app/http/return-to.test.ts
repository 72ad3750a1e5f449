import { expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { readReturnTo } from "./return-to.ts";

test.each(["/", "/account", "/places/new?name=Pho&x=1#main", "/places/%D9%81%D9%88%D9%84"])(
  "%s is a way back",
  (path) => {
    expect(readReturnTo(path)).toBe(path);
    expect(new URL(paths.signIn(path), "http://here.test").searchParams.get("returnTo")).toBe(path);
  },
);

test.each([
  "",
  "account",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "https://evil.test",
  "javascript:alert(1)",
  "/\t/evil.test",
  "/\n/evil.test",
  "/./\\evil.test",
  "/.//evil.test",
  "/..//evil.test",
  "/sign-in",
  "/sign-in?returnTo=/account",
  "/account.data",
  `/${"a".repeat(500)}`,
  null,
  undefined,
  7,
])("%j is none", (path) => {
  expect(readReturnTo(path)).toBeUndefined();
});

test("what browsers would leave out of an address is left out", () => {
  expect(readReturnTo("/acc\r\nount")).toBe("/account");
});
