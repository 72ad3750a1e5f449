import { Random } from "./random.ts";
import { mistype, plain, shortStreet, splitLongest, streetName } from "./search-quality-texts.ts";

export type SearchedPlace = {
  id: number;
  name: string;
  street: string;
  postcode: string;
  cuisines: string;
  dishes: string;
};

/** What somebody types, and the places of which one should come first. */
type QualityQuery = { kind: string; text: string; meant: Set<number> };

const SEED = 14;

const CALLED: readonly [typed: string, listed: RegExp][] = [
  ["pub", /\b(pub|bar)\b/i],
  ["curry", /\b(indian|curry|tandoori)\b/i],
  ["chippy", /\b(fish (and|&) chips|fish bar)\b/i],
  ["boba", /\bbubble ?tea\b/i],
  ["gelato", /\b(gelato|ice cream)\b/i],
  ["pizzeria", /\bpizz(a|eria)\b/i],
  ["sushi", /\b(sushi|japanese)\b/i],
  ["tacos", /\b(tacos?|mexican)\b/i],
  ["brekkie", /\b(breakfast|brunch)\b/i],
  ["patisserie", /\b(patisserie|bakery)\b/i],
  ["kebab", /\b(kebabs?|turkish)\b/i],
  ["donuts", /\b(donuts|doughnuts)\b/i],
];

const WANTED = ["coffee", "pizza", "kebab", "chicken", "fish", "burger", "noodle", "bakery"];

/** Rules that make queries from places, the same for the same places. */
export function makeQueries(places: SearchedPlace[], mostOfKind: number): QualityQuery[] {
  const random = new Random(SEED);
  const queries: QualityQuery[] = [];
  const namesakes = Map.groupBy(places, ({ name }) => plain(name));
  const idsNamed = (name: string) => ids(namesakes.get(plain(name)) ?? []);
  const ofNames = (kind: string, rule: (place: SearchedPlace) => string | undefined) => {
    for (const place of sample(places, random, mostOfKind, (one) => differs(one, rule)))
      queries.push({ kind, text: rule(place) ?? "", meant: idsNamed(place.name) });
  };
  const ofBranch = (kind: string, rule: (place: SearchedPlace) => string | undefined) => {
    for (const place of sample(places, random, mostOfKind, (one) => differs(one, rule))) {
      const same = (namesakes.get(plain(place.name)) ?? []).filter(
        (other) => rule(other) === rule(place),
      );
      queries.push({ kind, text: rule(place) ?? "", meant: ids(same) });
    }
  };
  const ofMany = (kind: string, texts: Map<string, SearchedPlace[]>) => {
    for (const [text, meant] of sample([...texts], random, mostOfKind, () => true))
      queries.push({ kind, text, meant: ids(meant) });
  };

  ofNames("exact name", ({ name }) => name);
  ofNames("small letters", ({ name }) => name.toLowerCase());
  ofNames("beginning of a name", ({ name }) =>
    name.length > 6 ? name.slice(0, Math.ceil(name.length * 0.7)).trim() : undefined,
  );
  ofNames("one typing error", ({ name }) => mistype(name, random));
  ofNames("two typing errors", ({ name }) =>
    name.length > 12 ? mistype(mistype(name, random) ?? name, random) : undefined,
  );
  ofNames("joined words", ({ name }) =>
    name.includes(" ") ? name.replaceAll(" ", "") : undefined,
  );
  ofNames("split word", ({ name }) => splitLongest(name));
  ofNames("& for and, and for &", ({ name }) => {
    if (name.includes("&")) return name.replaceAll("&", "and");
    return /\band\b/i.test(name) ? name.replace(/\band\b/gi, "&") : undefined;
  });
  ofNames("accents left out", ({ name }) =>
    plain(name) === name.toLowerCase() ? undefined : plain(name),
  );
  ofNames("apostrophes left out", ({ name }) =>
    /['’]/.test(name) ? name.replace(/['’]/g, "") : undefined,
  );
  ofNames("words in another order", ({ name }) => {
    const words = name.split(" ");
    return words.length > 1 && name.length < 60 ? words.toReversed().join(" ") : undefined;
  });
  ofNames("a word left out", ({ name }) => {
    const words = name.split(" ").filter((word) => word.length > 2);
    return words.length > 2 ? words.toSpliced(random.integer(0, 1), 1).join(" ") : undefined;
  });
  ofNames("a word too many", ({ name }) =>
    /restaurant/i.test(name) ? undefined : `${name} restaurant`,
  );
  ofNames("beginning with a typing error", ({ name }) => {
    const mistyped = mistype(name, random);
    return mistyped && name.length > 9
      ? mistyped.slice(0, Math.ceil(name.length * 0.8)).trim()
      : undefined;
  });
  ofNames("joined words with a typing error", ({ name }) =>
    name.includes(" ") ? mistype(name, random)?.replaceAll(" ", "") : undefined,
  );
  ofBranch("typing error and street", ({ name, street }) =>
    withStreet(mistypeSame(name), streetName(street)?.toLowerCase()),
  );
  ofMany(
    "number and street",
    groupBy(
      places,
      ({ street }) => /\d+[a-z]? (?:[A-Z]\p{L}+ )+(?:Road|Street)/u.exec(street)?.[0],
    ),
  );
  ofBranch("name and street", ({ name, street }) => and(name, streetName(street)));
  ofBranch("name in street, in words", ({ name, street }) => {
    const road = streetName(street);
    return road && `${name.toLowerCase()} in ${road.toLowerCase()}`;
  });
  ofBranch("name and street shortened", ({ name, street }) => and(name, shortStreet(street)));
  ofBranch("name and postcode without its space", ({ name, postcode }) =>
    and(name, postcode.replace(" ", "").toLowerCase()),
  );
  ofBranch("name and part of a postcode", ({ name, postcode }) =>
    and(name, postcode.split(" ")[0]?.toLowerCase()),
  );
  ofMany(
    "street",
    groupBy(places, ({ street }) => streetName(street)?.toLowerCase()),
  );
  ofMany(
    "street shortened",
    groupBy(places, ({ street }) => shortStreet(street)),
  );
  ofMany(
    "postcode",
    groupBy(places, ({ postcode }) => postcode.toLowerCase()),
  );
  ofMany(
    "postcode without its space",
    groupBy(places, ({ postcode }) => postcode.replace(" ", "").toLowerCase()),
  );
  ofMany(
    "last part of a postcode",
    groupBy(places, ({ postcode }) => postcode.split(" ")[1]),
  );
  ofMany(
    "another word for a cuisine",
    new Map(
      CALLED.map(([typed, listed]): [string, SearchedPlace[]] => [
        typed,
        places.filter(
          ({ name, cuisines, dishes }) =>
            listed.test(`${name}, ${cuisines}, ${dishes}`) ||
            `${name}, ${cuisines}, ${dishes}`.toLowerCase().includes(typed),
        ),
      ]).filter(([, meant]) => meant.length > 0),
    ),
  );
  ofMany(
    "dish",
    groupBy(
      places,
      ({ dishes }) => dishes.split(",")[0] || undefined,
      (place, dish) => place.dishes.split(",").includes(dish),
    ),
  );
  ofMany("sentence", sentences(places));
  return queries;
}

function ids(places: SearchedPlace[]): Set<number> {
  return new Set(places.map(({ id }) => id));
}

function withStreet(name: string | undefined, street: string | undefined): string | undefined {
  return name && and(name, street);
}

function and(name: string, more: string | undefined): string | undefined {
  return more && `${name} ${more}`;
}

function differs(
  place: SearchedPlace,
  rule: (place: SearchedPlace) => string | undefined,
): boolean {
  return (rule(place) ?? "") !== "";
}

function sample<Value>(
  values: Value[],
  random: Random,
  most: number,
  isWanted: (value: Value) => boolean,
): Value[] {
  return values
    .filter(isWanted)
    .map((value) => ({ value, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ value }) => value);
}

/** The same error for the same name. */
function mistypeSame(name: string): string | undefined {
  return mistype(name, new Random(name.length));
}

function groupBy(
  places: SearchedPlace[],
  rule: (place: SearchedPlace) => string | undefined,
  belongs: (place: SearchedPlace, text: string) => boolean = (place, text) => rule(place) === text,
): Map<string, SearchedPlace[]> {
  const texts = new Set(places.flatMap((place) => rule(place) ?? []));
  return new Map([...texts].map((text) => [text, places.filter((place) => belongs(place, text))]));
}

function sentences(places: SearchedPlace[]): Map<string, SearchedPlace[]> {
  const texts = new Map<string, SearchedPlace[]>();
  for (const wanted of WANTED) {
    const serving = places.filter(({ name, cuisines }) =>
      `${name} ${cuisines}`.toLowerCase().includes(wanted),
    );
    for (const [road, meant] of groupBy(serving, ({ street }) =>
      streetName(street)?.toLowerCase(),
    )) {
      texts.set(`best ${wanted} on ${road}`, meant);
      texts.set(`${wanted} near ${road}`, meant);
      texts.set(`somewhere for ${wanted} in ${road}`, meant);
    }
  }
  return texts;
}
