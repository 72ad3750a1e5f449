import { type KeptFacts, keptFactsSchema } from "../places/place-facts-schema.ts";

/** What is said of a place, in parts that are put back one by one. A part that nobody has said is left out. */
export function partsOf(facts: KeptFacts): Map<string, unknown> {
  const { latitude, longitude, cuisines, diets, features, ...single } = facts;
  const position = latitude === null || longitude === null ? null : { latitude, longitude };
  return new Map<string, unknown>([
    ...Object.entries(single),
    ["position", position],
    ...cuisines.map(({ slug }): [string, unknown] => [`cuisine ${slug}`, true]),
    ...Object.entries(diets).map(([diet, portion]): [string, unknown] => [`diet ${diet}`, portion]),
    ...Object.entries(features).map(([feature, present]): [string, unknown] => [
      `feature ${feature}`,
      present,
    ]),
  ]);
}

/** The facts with a part as other facts have it. */
export function withPart(facts: KeptFacts, part: string, from: KeptFacts): KeptFacts {
  return keptFactsSchema.parse({ ...facts, ...partOf(facts, part, from) });
}

function partOf(facts: KeptFacts, part: string, from: KeptFacts): Record<string, unknown> {
  const [kind = "", name = ""] = part.split(" ");
  switch (kind) {
    case "position":
      return { latitude: from.latitude, longitude: from.longitude };
    case "cuisine": {
      const others = facts.cuisines.filter(({ slug }) => slug !== name);
      const itself = from.cuisines.filter(({ slug }) => slug === name);
      return { cuisines: bySlug([...others, ...itself]) };
    }
    case "diet":
      return { diets: withEntry(facts.diets, name, from.diets) };
    case "feature":
      return { features: withEntry(facts.features, name, from.features) };
    default:
      return Object.fromEntries(Object.entries(from).filter(([key]) => key === kind));
  }
}

function withEntry(entries: object, name: string, from: object): Record<string, unknown> {
  const others = Object.entries(entries).filter(([key]) => key !== name);
  const itself = Object.entries(from).filter(([key]) => key === name);
  return Object.fromEntries([...others, ...itself]);
}

function bySlug(cuisines: KeptFacts["cuisines"]) {
  return cuisines.toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
}
