import { expect, test } from "vitest";
import { seal, unseal } from "./sealed.server.ts";

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const sealed = seal("code", { code: "ABCD" }, MINUTE, NOON);

test("what is sealed can be opened until its time is over, and cannot be read", () => {
  expect(unseal("code", sealed, NOON + MINUTE)).toEqual({ code: "ABCD" });
  expect(unseal("code", sealed, NOON + MINUTE + 1)).toBeUndefined();
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("ABCD");
});

test("what was sealed for another purpose is not opened", () => {
  expect(unseal("challenge", sealed, NOON)).toBeUndefined();
});

test("whichever byte is changed, it is not opened", () => {
  const bytes = Buffer.from(sealed, "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal("code", changed.toString("base64url"), NOON)).toBeUndefined();
  }
});

test.each(["", "a", "💚", "A".repeat(9000), sealed.slice(1), undefined, {}, 7])(
  "%j is not ours",
  (other) => {
    expect(unseal("code", other, NOON)).toBeUndefined();
  },
);
