import { expect, test } from "vitest";
import { FORM_TOKEN_LIFETIME, isFreshFormToken, newFormToken } from "./form-token.server.ts";

const NOON = Date.UTC(2026, 10, 22, 12);

test("a token is fresh from when it is made until its lifetime is over", () => {
  const token = newFormToken(NOON);
  const freshAfter = (milliseconds: number) => isFreshFormToken(token, NOON + milliseconds);
  expect([0, FORM_TOKEN_LIFETIME, FORM_TOKEN_LIFETIME + 1, -1].map(freshAfter)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("no two tokens are alike", () => {
  expect(newFormToken(NOON)).not.toBe(newFormToken(NOON));
});

test("a token whose time, random part or signature was changed is not ours", () => {
  const [time = "", random = "", signature = ""] = newFormToken(NOON).split(".");
  const later = (NOON + 1000).toString(36);
  const forged = [
    `${later}.${random}.${signature}`,
    `${time}.x${random}.${signature}`,
    `${time}.${random}.`,
  ];
  expect(forged.map((token) => isFreshFormToken(token, NOON + 2000))).toEqual([
    false,
    false,
    false,
  ]);
});

test.each(["", ".", "..", "a.b.c", "a.b.c.d", "💚"])("%j is not ours", (token) => {
  expect(isFreshFormToken(token, NOON)).toBe(false);
});
