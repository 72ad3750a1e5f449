import fc from "fast-check";
import { expect, test } from "vitest";
import { handleKey, handleSchema } from "#app/domain/members/handle.ts";
import { memberSlug, paths } from "./paths.ts";

test.each([
  ["ada", "/members/ada"],
  ["Ana B.", "/members/ana-b"],
  ["李雷", "/members/%E6%9D%8E%E9%9B%B7"],
])("the profile of %j is at %s", (handle, href) => {
  expect(paths.member(handle)).toBe(href);
});

test("whatever a handle, its address leads back to it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (typed) => {
      const handle = handleSchema.safeParse(typed).data;
      if (handle !== undefined) expect(handleKey(memberSlug(handle))).toBe(handleKey(handle));
    }),
  );
});
