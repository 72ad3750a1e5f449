import { Random } from "./random.ts";

/** The usual ones first. */
export const CUISINES = [
  "Coffee",
  "Sandwiches",
  "Pizza",
  "Bakery",
  "Turkish",
  "Italian",
  "Indian",
  "Burgers",
  "Chinese",
  "Brunch",
  "Thai",
  "Falafel",
  "Noodles",
  "Caribbean",
  "Vietnamese",
  "Mexican",
  "Sushi",
  "Ethiopian",
  "Korean",
  "Greek",
  "Fish and chips",
  "Vegan",
  "Deli",
  "Lebanese",
  "Portuguese",
  "Ramen",
  "Salads",
  "Polish",
  "Peruvian",
  "Tea",
];

export const STREETS = [
  "Merge Road",
  "Closure Street",
  "Stack Lane",
  "Heap Way",
  "Loop Terrace",
  "Branch Street",
  "Commit Row",
  "Pointer Passage",
  "Kernel Mews",
  "Socket Street",
  "Thread Walk",
  "Buffer Gardens",
  "Query Hill",
  "Index Place",
];

export const FIRST_NAMES = [
  "Null",
  "Merge",
  "Cache",
  "Lambda",
  "Pixel",
  "Vector",
  "Binary",
  "Crème",
  "Quick",
  "Loop",
];
export const LAST_NAMES = [
  "Kitchen",
  "Café",
  "Corner",
  "House",
  "Bar",
  "Canteen",
  "Stop",
  "Table",
  "Oven",
  "Counter",
];

const DISH_STYLES = [
  "Flat",
  "Spicy",
  "Grilled",
  "Smoked",
  "Green",
  "Crispy",
  "Slow",
  "House",
  "Stuffed",
  "Little",
];
const DISH_KINDS = [
  "white",
  "falafel wrap",
  "naan",
  "margherita",
  "soup",
  "laksa",
  "burger",
  "curry",
  "toast",
  "salad",
  "ramen",
  "burrito",
  "pie",
  "pide",
  "croissant",
  "bao",
  "jollof",
  "dosa",
  "taco",
  "gyros",
];

/** 200, the usual ones first. */
export const DISHES = DISH_KINDS.flatMap((kind) => DISH_STYLES.map((style) => `${style} ${kind}`));

const COMMON_WORDS = [
  "the",
  "and",
  "it",
  "was",
  "good",
  "a",
  "lunch",
  "for",
  "coffee",
  "with",
  "very",
  "busy",
  "place",
  "service",
  "nice",
  "food",
  "but",
  "fresh",
  "quick",
  "warm",
  "staff",
  "friendly",
  "portion",
  "big",
  "small",
  "wifi",
  "seat",
  "queue",
  "cheap",
  "sauce",
  "bread",
  "hot",
  "spicy",
  "sweet",
  "again",
  "would",
  "come",
  "back",
  "window",
  "quiet",
];

const SYLLABLES = [
  "ba",
  "ce",
  "di",
  "fo",
  "gu",
  "ha",
  "je",
  "ki",
  "lo",
  "mu",
  "na",
  "pe",
  "ri",
  "so",
  "tu",
  "va",
  "we",
];

/** 4,000, the usual ones first and the last ones rare; "zyzzyva" is rarer than any. */
export const WORDS = [...COMMON_WORDS, ...inventWords(4000 - COMMON_WORDS.length)];

function inventWords(count: number): string[] {
  const random = new Random(7);
  const words = new Set<string>();
  while (words.size < count) {
    words.add(Array.from({ length: random.integer(2, 4) }, () => random.pick(SYLLABLES)).join(""));
  }
  return [...words];
}
