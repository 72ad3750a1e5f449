/** In degrees (WGS 84). */
export type Position = { latitude: number; longitude: number };

// "51.5643", "-0.1063", "51.5643° N", or 51°33'51.5"N as Google shows it.
const ANGLE = String.raw`([+-]?\d{1,9}(?:\.\d{1,20})?)°? ?(?:(\d{1,2})' ?(?:(\d{1,2}(?:\.\d{1,20})?)" ?)?)?([NSEW])?`;
const PAIR = new RegExp(`^\\(?${ANGLE}(?: ?[,;] ?| )${ANGLE}\\)?$`, "i");
// The hemisphere's letter ends the first angle, so no separator is needed.
const ARC_PAIR = new RegExp(`^${ANGLE}(?<=[NS])${ANGLE}(?<=[EW])$`, "i");
const MOST = 100;

/** Latitude first. The degrees may be out of range. */
export function readCoordinates(text: string): Position | undefined {
  if (text.length > MOST) return undefined;
  const plain = text
    .replace(/[−–]/g, "-")
    .replace(/[’′]/g, "'")
    .replace(/''|[”″]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  const parts = PAIR.exec(plain) ?? ARC_PAIR.exec(plain);
  if (!parts) return undefined;
  const latitude = degrees(parts.slice(1, 5), "NS");
  const longitude = degrees(parts.slice(5, 9), "EW");
  if (latitude === undefined || longitude === undefined) return undefined;
  return { latitude, longitude };
}

function degrees(parts: (string | undefined)[], hemispheres: "NS" | "EW"): number | undefined {
  const [whole = "", minutes = "0", seconds = "0", letter = ""] = parts;
  const hemisphere = letter.toUpperCase();
  if (!hemispheres.includes(hemisphere)) return undefined;
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = whole.startsWith("-") || hemisphere === hemispheres[1];
  const rounded = Math.round(size * 1e6) / 1e6;
  return isNegative && rounded !== 0 ? -rounded : rounded;
}
