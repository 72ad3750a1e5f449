import { expect, test } from "vitest";
import { plainAddresses, withoutMarks } from "./plain-address.ts";

const plainAddress = plainAddresses(["/places", "/places/:slug"]);

test("the marks at the end go, and those before stay", () => {
  expect(plainAddress("/places/null-pointer).")).toBe("/places/null-pointer");
  expect([withoutMarks("a.b)."), withoutMarks("a.b"), withoutMarks("...")]).toEqual([
    "a.b",
    undefined,
    undefined,
  ]);
});

// From each mark to the end this would take ten seconds and more.
test("an address full of marks takes no longer than any other", () => {
  const marks = `${".".repeat(100_000)}x`;
  const begun = performance.now();
  plainAddress(`/places/${marks}`);
  expect(withoutMarks(marks)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(2000);
});
