import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const tokens = new Map(
  [
    ...["tokens", "map"]
      .map((name) => readFileSync(`app/ui/styles/${name}.css`, "utf8"))
      .join("\n")
      .matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g),
  ].map(([, name = "", light = "", dark = ""]) => [name, [light, dark]] as const),
);

const TEXT = [
  ...["paper", "card", "mustard-behind", "leaf-behind"].map((behind) => ["ink", behind]),
  ...["paper", "card"].flatMap((behind) => [
    ["soft-ink", behind],
    ["tomato", behind],
  ]),
  ["leaf", "leaf-behind"],
  ["leaf", "card"],
  ["paper", "leaf"],
  ["park-ink", "park"],
  ["ink", "street"],
  ["on-tomato", "tomato"],
  ["on-tomato", "tomato-deep"],
] as [string, string][];

const PARTS = [
  ...["paper", "card"].flatMap((behind) => [
    ["edge", behind],
    ["mustard", behind],
    ["leaf", behind],
    ["leaf-edge", behind],
  ]),
  ["mustard", "mustard-behind"],
] as [string, string][];

const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast ratio of two tokens by WCAG 2.2, in light and in dark. */
const contrasts = ([front, behind]: [string, string]) =>
  [0, 1].map((scheme) => {
    const [one, other] = [tokens.get(front)?.[scheme], tokens.get(behind)?.[scheme]];
    if (!one || !other) throw new Error(`There is no colour ${front} or ${behind}.`);
    const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  });

test.each(TEXT)("%s on %s can be read, in light and dark", (...pair) => {
  expect(Math.min(...contrasts(pair))).toBeGreaterThanOrEqual(4.5);
});

test.each(PARTS)("%s can be told from %s, in light and dark", (...pair) => {
  expect(Math.min(...contrasts(pair))).toBeGreaterThanOrEqual(3);
});
