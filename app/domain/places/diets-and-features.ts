/** Ways of eating. */
export const DIETS = [
  { diet: "vegan", words: "vegan" },
  { diet: "vegetarian", words: "vegetarian" },
  { diet: "halal", words: "halal" },
  { diet: "kosher", words: "kosher" },
  { diet: "gluten-free", words: "gluten free" },
] as const;

/** What a place is good for. */
export const FEATURES = [
  { feature: "laptop", words: "working on a laptop" },
  { feature: "sockets", words: "sockets" },
  { feature: "seats-for-six", words: "seats for six" },
  { feature: "step-free", words: "step-free" },
  { feature: "cards", words: "takes cards" },
  { feature: "outdoor-seats", words: "outdoor seats" },
] as const;

/** How much of a menu suits a diet. */
export const PORTIONS = [
  { portion: "none", words: "nothing" },
  { portion: "some", words: "some of it" },
  { portion: "all", words: "all of it" },
] as const;

export type Diet = (typeof DIETS)[number]["diet"];
export type Feature = (typeof FEATURES)[number]["feature"];
export type Portion = (typeof PORTIONS)[number]["portion"];

/** What is all vegan is all vegetarian too, which goes without saying. */
export function dietWords(diets: Partial<Record<Diet, Portion | null>>): string {
  if (diets.vegan === "all") return "all vegan";
  return (["vegetarian", "vegan"] as const)
    .flatMap((diet) => {
      const portion = diets[diet];
      return portion === "all" || portion === "some" ? [`${portion} ${diet}`] : [];
    })
    .join(", ");
}
