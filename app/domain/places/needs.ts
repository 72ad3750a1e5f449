/** What somebody may need of a place. The database keeps the needs that a place meets as one number, a bit for each. */
type Need = { words: string; bit: number };

/** Ways of eating, with the bit of each. */
export const DIETS = [
  { diet: "vegan", words: "vegan", bit: 1 },
  { diet: "vegetarian", words: "vegetarian", bit: 2 },
  { diet: "halal", words: "halal", bit: 4 },
  { diet: "kosher", words: "kosher", bit: 8 },
  { diet: "gluten-free", words: "gluten free", bit: 16 },
] as const satisfies (Need & { diet: string })[];

/** What a place is good for, with the bit of each. */
export const FEATURES = [
  { feature: "laptop", words: "working on a laptop", bit: 32 },
  { feature: "sockets", words: "sockets", bit: 64 },
  { feature: "seats-for-six", words: "seats for six", bit: 128 },
  { feature: "step-free", words: "step-free", bit: 256 },
  { feature: "cards", words: "takes cards", bit: 512 },
  { feature: "outdoor-seats", words: "outdoor seats", bit: 1024 },
] as const satisfies (Need & { feature: string })[];

/** How much of a menu suits a diet. */
export const PORTIONS = [
  { portion: "none", words: "nothing" },
  { portion: "some", words: "some of it" },
  { portion: "all", words: "all of it" },
] as const;

export type Diet = (typeof DIETS)[number]["diet"];
export type Feature = (typeof FEATURES)[number]["feature"];
export type Portion = (typeof PORTIONS)[number]["portion"];
