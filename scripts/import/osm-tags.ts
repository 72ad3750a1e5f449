import { cuisineSlug, newCuisineSchema } from "../../app/domain/cuisines/cuisine-name.ts";
import type { Diet, Feature, Portion } from "../../app/domain/places/diets-and-features.ts";
import { MOST_CUISINES } from "../../app/domain/places/place-fields.ts";

/** What OpenStreetMap says of something, as it says it. */
export type Tags = ReadonlyMap<string, string>;

/** What the public eats or drinks at, with what it serves where nothing else is said. */
const EATING_PLACES = new Map<string, string | undefined>([
  ["amenity=restaurant", undefined],
  ["amenity=cafe", "Coffee"],
  ["amenity=fast_food", "Takeaway"],
  ["amenity=pub", "Pub"],
  ["amenity=bar", "Bar"],
  ["amenity=biergarten", "Pub"],
  ["amenity=ice_cream", "Ice cream"],
  ["amenity=food_court", "Street food"],
  ["shop=bakery", "Bakery"],
  ["shop=pastry", "Bakery"],
  ["shop=coffee", "Coffee"],
  ["shop=tea", "Tea"],
  ["shop=deli", "Deli"],
  ["shop=ice_cream", "Ice cream"],
]);

/** Values of `cuisine` that the site has another name for; the others are named as they are. */
const CUISINE_NAMES = new Map([
  ["bagel", "Bagels"],
  ["barbecue", "Barbecue"],
  ["bbq", "Barbecue"],
  ["breakfast", "Brunch"],
  ["bubble_tea", "Bubble tea"],
  ["burger", "Burgers"],
  ["cake", "Bakery"],
  ["chips", "Fish and chips"],
  ["coffee_shop", "Coffee"],
  ["crepe", "Crêpes"],
  ["curry", "Indian"],
  ["donut", "Doughnuts"],
  ["fish", "Fish and chips"],
  ["fried_chicken", "Chicken"],
  ["friture", "Fish and chips"],
  ["hamburger", "Burgers"],
  ["italian_pizza", "Pizza"],
  ["jamaican", "Caribbean"],
  ["noodle", "Noodles"],
  ["pastry", "Bakery"],
  ["pie", "Pies"],
  ["pizza_takeaway", "Pizza"],
  ["ramen", "Noodles"],
  ["sandwich", "Sandwiches"],
  ["salad", "Salads"],
  ["steak_house", "Steak"],
]);

/** Values that say nothing that one could look for. */
const SAYS_NOTHING = new Set([
  "yes",
  "no",
  "local",
  "regional",
  "other",
  "various",
  "fixme",
  "food",
]);

const DIET_TAGS: [Diet, string][] = [
  ["vegan", "diet:vegan"],
  ["vegetarian", "diet:vegetarian"],
  ["halal", "diet:halal"],
  ["kosher", "diet:kosher"],
  ["gluten-free", "diet:gluten_free"],
];

const PORTIONS = new Map<string, Portion>([
  ["only", "all"],
  ["yes", "some"],
  ["limited", "some"],
  ["no", "none"],
]);

const YES_OR_NO = new Map([
  ["yes", true],
  ["no", false],
]);

/** What is tagged an eating place, and is open to all. */
export function isEatingPlace(tags: Tags): boolean {
  const access = tags.get("access") ?? "yes";
  return kindOf(tags) !== undefined && !["no", "private", "members", "permit"].includes(access);
}

function kindOf(tags: Tags): string | undefined {
  const kinds = ["amenity", "shop"].map((key) => `${key}=${tags.get(key) ?? ""}`);
  return kinds.find((kind) => EATING_PLACES.has(kind));
}

/** Under the names and the rules of the form, in the map's order. */
export function cuisinesOf(tags: Tags): { slug: string; name: string }[] {
  const values = (tags.get("cuisine") ?? "")
    .split(/[;,]/)
    .map((value) => value.trim().toLowerCase());
  const named = values.flatMap((value) => cuisineName(value) ?? []);
  const usual = EATING_PLACES.get(kindOf(tags) ?? "");
  const names = named.length > 0 ? named : usual ? [usual] : [];
  const bySlug = new Map(names.map((name) => [cuisineSlug(name), name]));
  return [...bySlug]
    .slice(0, MOST_CUISINES)
    .map(([slug, name]) => ({ slug, name }))
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

function cuisineName(value: string): string | undefined {
  const key = value.replaceAll(/[\s-]+/g, "_");
  if (key === "" || SAYS_NOTHING.has(key)) return undefined;
  const words = key.replaceAll("_", " ").trim();
  const name = CUISINE_NAMES.get(key) ?? words.charAt(0).toUpperCase() + words.slice(1);
  const read = newCuisineSchema.safeParse(name);
  return read.success ? read.data : undefined;
}

export function dietsOf(tags: Tags): Partial<Record<Diet, Portion>> {
  const said = DIET_TAGS.flatMap(([diet, key]): [Diet, Portion][] => {
    const portion = PORTIONS.get(tags.get(key) ?? "");
    return portion ? [[diet, portion]] : [];
  });
  return Object.fromEntries(said);
}

const LAPTOP_KINDS = ["amenity=cafe", "shop=coffee", "shop=bakery"];

/** A wireless network makes a café one to work at, and no restaurant. */
export function featuresOf(tags: Tags): Partial<Record<Feature, boolean>> {
  const internet = tags.get("internet_access");
  const isCafe = LAPTOP_KINDS.includes(kindOf(tags) ?? "");
  const hasInternet = internet === "wlan" || internet === "wifi" || internet === "yes";
  const said: [Feature, boolean | undefined][] = [
    ["step-free", YES_OR_NO.get(tags.get("wheelchair") ?? "")],
    ["outdoor-seats", YES_OR_NO.get(tags.get("outdoor_seating") ?? "")],
    ["cards", takesCards(tags)],
    ["laptop", isCafe && hasInternet ? true : undefined],
  ];
  return Object.fromEntries(said.filter(([, present]) => present !== undefined));
}

const CARD_TAGS = ["cards", "credit_cards", "debit_cards", "contactless"];

function takesCards(tags: Tags): boolean | undefined {
  const said = CARD_TAGS.map((kind) => tags.get(`payment:${kind}`));
  if (said.includes("yes")) return true;
  return tags.get("payment:cash") === "only" || said.includes("no") ? false : undefined;
}
