/** A point on Earth, in degrees (WGS 84). */
export type Position = { latitude: number; longitude: number };

// "51.5643", "-0.1063", "51.5643° N", or with minutes and seconds of arc as Google shows them: 51°33'51.5"N.
const ANGLE = String.raw`([+-]?\d{1,9}(?:\.\d{1,20})?)°? ?(?:(\d{1,2})' ?(?:(\d{1,2}(?:\.\d{1,20})?)" ?)?)?([NSEW])?`;
const PAIR = new RegExp(`^\\(?${ANGLE}(?: ?[,;] ?| )${ANGLE}\\)?$`, "i");
// Minutes are followed by a letter there, so nothing has to stand between the two.
const ARC_PAIR = new RegExp(`^${ANGLE}(?<=[NS])${ANGLE}(?<=[EW])$`, "i");
const MOST = 100;

/**
 * Reads a latitude and a longitude, in this order: "51.5643, -0.1063". They may name the hemispheres, and have minutes and
 * seconds of arc.
 * @returns degrees, which may be out of their range; undefined when the text is no such pair
 */
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
