/** In degrees (WGS 84). */
export type Position = { latitude: number; longitude: number };

// "51.5643", "-0.1063", "51.5643° N", "N51.5643", 51°33'51.5"N as Google shows it, or 51 33 51.5 N.
const ANGLE = String.raw`([NSEW] ?)?([+-]?\d{1,9}(?:\.\d{1,20})?)°? ?(?:(\d{1,2}(?:\.\d{1,20})?)' ?(?:(\d{1,2}(?:\.\d{1,20})?)" ?)?)?([NSEW])?`;
const PAIR = new RegExp(`^[([{]?${ANGLE}(?: ?[,;/|&] ?| )${ANGLE}[)\\]}]?$`, "i");
// The hemisphere's letter ends the first angle, so no separator is needed.
const ARC_PAIR = new RegExp(`^${ANGLE}(?<=[NS])${ANGLE}(?<=[EW])$`, "i");
const SPACED = String.raw`(\d{1,3}) (\d{1,2}) (\d{1,2}(?:\.\d{1,20})?) ?([NSEW])`;
const SPACED_PAIR = new RegExp(`^${SPACED}[ ,;]+${SPACED}$`, "i");
// "51,5643; -0,1063", as most of Europe writes it.
const COMMA_PAIR = /^([+-]?\d{1,3},\d{3,20})(?:[;/|, ] ?| ?; ?)([+-]?\d{1,3},\d{3,20})$/;
const LABELLED = /\b(lat|lon|lng|long)(?:itude)?\b["']?[ :=]*([+-]?\d{1,3}\.\d{1,20})(?![\d.])/gi;
// Among other words only what has three decimals or more is taken for coordinates.
const AMONG_WORDS =
  /(?<![\d.,-])([+-]?\d{1,2}\.\d{3,20})°?[,;] ?([+-]?\d{1,3}\.\d{3,20})(?![\d.])/g;
const MOST = 100;

/** Latitude first, unless letters or labels say otherwise. The degrees may be out of range. */
export function readCoordinates(text: string): Position | undefined {
  if (text.length > MOST) return undefined;
  const plain = text
    .normalize("NFKC")
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/[’′‘`]|′/g, "'")
    .replace(/''|[”″“]/g, '"')
    .replace(/º|˚/g, "°")
    .replace(/\s+/g, " ")
    .trim();
  return (
    readPair(PAIR.exec(plain) ?? ARC_PAIR.exec(plain)) ??
    readSpaced(SPACED_PAIR.exec(plain)) ??
    readCommas(COMMA_PAIR.exec(plain))
  );
}

/** The one pair of coordinates with labels, or of exact ones, among other words. */
export function findCoordinates(text: string): Position | undefined {
  const labelled = readLabelled(text);
  if (labelled) return labelled;
  const found = [...text.replace(/[−–]/g, "-").matchAll(AMONG_WORDS)];
  const [only] = found;
  return only && found.length === 1 ? readCoordinates(`${only[1]},${only[2]}`) : undefined;
}

function readPair(parts: RegExpExecArray | null): Position | undefined {
  return parts ? positionOf(angle(parts.slice(1, 6)), angle(parts.slice(6, 11))) : undefined;
}

function readSpaced(parts: RegExpExecArray | null): Position | undefined {
  if (!parts) return undefined;
  const spaced = (from: number) => angle([undefined, ...parts.slice(from, from + 4)]);
  return positionOf(spaced(1), spaced(5));
}

function readCommas(parts: RegExpExecArray | null): Position | undefined {
  if (!parts) return undefined;
  const [one = "", other = ""] = parts.slice(1).map((number) => number.replace(",", "."));
  return positionOf(angle([undefined, one]), angle([undefined, other]));
}

function readLabelled(text: string): Position | undefined {
  const found = [...text.matchAll(LABELLED)];
  const values = new Map(
    found.map(([, label = "", number]) => [/^lat/i.test(label) ? "N" : "E", Number(number)]),
  );
  const [latitude, longitude] = [values.get("N"), values.get("E")];
  if (latitude === undefined || longitude === undefined || found.length !== 2) return undefined;
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

type Angle = { degrees: number; axis: "latitude" | "longitude" | undefined } | undefined;

function angle(parts: (string | undefined)[]): Angle {
  const [before = "", whole = "", minutes = "0", seconds = "0", after = ""] = parts;
  if (before && after) return undefined;
  const letter = (before || after).trim().toUpperCase();
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = whole.startsWith("-") || letter === "S" || letter === "W";
  const axis =
    letter === "" ? undefined : letter === "N" || letter === "S" ? "latitude" : "longitude";
  return { degrees: rounded(isNegative ? -size : size), axis };
}

function positionOf(one: Angle, other: Angle): Position | undefined {
  if (!one || !other || (one.axis && one.axis === other.axis)) return undefined;
  const isTurned = one.axis === "longitude" && other.axis === "latitude";
  if (!isTurned && (one.axis === "longitude" || other.axis === "latitude")) return undefined;
  const [latitude, longitude] = isTurned ? [other, one] : [one, other];
  return { latitude: latitude.degrees, longitude: longitude.degrees };
}

/** To 0.1 m, without a negative zero. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 || 0;
}
