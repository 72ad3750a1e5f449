import { expect, test } from "vitest";
import { handleKey, handleSchema } from "./handle.ts";

test.each(["ada", "Ana B.", "ünal", "李雷", "a1", "👩‍🍳 chef"])("%j may be a handle", (handle) => {
  expect(handleSchema.parse(` ${handle} `)).toBe(handle);
});

test.each([
  "",
  " ",
  "a",
  "🍕🍕",
  "..",
  "x".repeat(31),
  "\u202e\u202e",
  "ﷺ".repeat(30),
  "a Former-Member",
])("%j may not", (handle) => {
  expect(handleSchema.safeParse(handle).success).toBe(false);
});

test("the same handle in another spelling has the same key", () => {
  expect(new Set(["Ana B.", "ána b", "ANA-B", "ａｎａｂ"].map(handleKey)).size).toBe(1);
});
