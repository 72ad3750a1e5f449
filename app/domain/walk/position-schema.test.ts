import { expect, test } from "vitest";
import { positionSchema } from "./position-schema.ts";

const schema = positionSchema({ latitude: 51.5643, longitude: -0.1063 });
const sentenceFor = (value: unknown) =>
  schema
    .safeParse(value)
    .error?.issues.map(({ message }) => message)
    .join("\n");

test("a position near campus is kept, and none is fine", () => {
  expect(schema.parse("51.5702, -0.0987")).toEqual({ latitude: 51.5702, longitude: -0.0987 });
  expect([undefined, "", " \n"].map((value) => schema.parse(value))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  [
    "55.95, -3.19",
    "That is 528 km from campus. Check that it is the place you mean, and that the latitude comes first",
  ],
  ["-0.1063, 51.5643", "That is 7,497 km from campus. The latitude comes first"],
  [
    "https://maps.app.goo.gl/x",
    "This short link hides the place. Open it and paste the long address",
  ],
  [{ latitude: 51.5 }, "Paste a map’s address or coordinates as text"],
  [["51.5, -0.1"], "Paste a map’s address or coordinates as text"],
])("%j is refused with a sentence", (value, sentence) => {
  expect(sentenceFor(value)).toBe(sentence);
});

test("49 km away is near enough, 51 km is not", () => {
  expect(schema.safeParse("52.0049, -0.1063").success).toBe(true);
  expect(sentenceFor("52.0229, -0.1063")).toMatch(/^That is 51 km from campus/);
});
