import { foldText } from "../text/folding.ts";

/** How people shorten them; "Market Rd" and "Market Road" are one. */
const SHORT_KINDS: Record<string, string> = {
  rd: "road",
  st: "street",
  str: "street",
  ave: "avenue",
  av: "avenue",
  ln: "lane",
  sq: "square",
  pl: "place",
  ter: "terrace",
  terr: "terrace",
  gdns: "gardens",
  gdn: "gardens",
  gr: "grove",
  gro: "grove",
  cl: "close",
  cres: "crescent",
  ct: "court",
  pk: "park",
  mkt: "market",
  wk: "walk",
  pde: "parade",
  dr: "drive",
};

const KINDS = new Set([
  ...Object.values(SHORT_KINDS),
  ..."way hill green lanes row mews passage yard rise broadway quay wharf embankment circus gate corner bridge approach".split(
    " ",
  ),
]);

/** In front of the name of a street, and alone no street. */
const NO_STREET = new Set(["the", "unit", "shop", "kiosk", "stall", "floor"]);

/** On one side of a street that is about 200 metres. */
const MOST_NUMBERS_APART = 40;

type Street = {
  /** Its own words: "seven sisters" of "253 Seven Sisters Rd". */
  own: string;
  kind: string | undefined;
  /** The house numbers, from and to. */
  numbers: [number, number] | undefined;
};

/** Whether two addresses may be near each other on one street. Numbers count where both have one. */
export function isSameStreet(one: string, other: string): boolean {
  return isOnStreetOf(one)(other);
}

/** For one address among many. */
export function isOnStreetOf(address: string): (other: string) => boolean {
  const streets = streetsIn(address);
  return (other) => areOneStreet(streets, streetsIn(other));
}

function areOneStreet(some: Street[], others: Street[]): boolean {
  return some.some((street) =>
    others.some(
      ({ own, kind, numbers }) =>
        own === street.own &&
        (kind === undefined || street.kind === undefined || kind === street.kind) &&
        areNear(numbers, street.numbers),
    ),
  );
}

/** For each street that an address names the words by which a search finds it, however the rest is written. */
export function streetWords(address: string): string[][] {
  return streetsIn(address).map(({ own, kind }) => {
    const words = own.split(" ").filter((word) => !/^(saint|and|the)$/.test(word));
    return words.length > 0 ? words : [kind ?? own];
  });
}

/** Of "Unit 2, 66 York Way" it is the York Way that is told apart: a number and a kind of street tell it, or at least one of them. */
function streetsIn(address: string): Street[] {
  const streets = address.split(",").flatMap(readStreet);
  const best = [
    streets.filter(({ kind, numbers }) => kind && numbers),
    streets.filter(({ kind }) => kind),
    streets.filter(({ numbers }) => numbers),
    streets.slice(-1),
  ];
  return best.find((some) => some.length > 0) ?? [];
}

function readStreet(part: string): Street[] {
  const all = foldText(part).split(" ");
  const last = all.findLastIndex((word) => /^\d/.test(word));
  const first = all.findLastIndex((word, index) => index <= last && !/^\d/.test(word)) + 1;
  const after = all.slice(last + 1);
  const words = (after.length > 0 ? after : all.slice(0, first)).filter(
    (word, index) => index > 0 || !NO_STREET.has(word),
  );
  const [end = ""] = words.slice(-1);
  if (end === "") return [];
  const kind = SHORT_KINDS[end] ?? (KINDS.has(end) ? end : undefined);
  const isNamedByKind = kind === undefined || words.length === 1;
  const own = (isNamedByKind ? words : words.slice(0, -1)).map((word) =>
    word === "st" ? "saint" : word,
  );
  return [
    {
      own: own.join(" "),
      kind: isNamedByKind ? undefined : kind,
      numbers: numbersOf(all.slice(first, last + 1)),
    },
  ];
}

function numbersOf(words: string[]): [number, number] | undefined {
  const numbers = words.map((word) => Number.parseInt(word, 10));
  return numbers.length === 0 ? undefined : [Math.min(...numbers), Math.max(...numbers)];
}

function areNear(one: Street["numbers"], other: Street["numbers"]): boolean {
  if (!one || !other) return true;
  return Math.max(one[0] - other[1], other[0] - one[1]) <= MOST_NUMBERS_APART;
}
