/** How a body may be coded, the smallest first. */
const ENCODINGS = ["br", "gzip", "identity"] as const;

export type Encoding = (typeof ENCODINGS)[number];

// Browsers send few different ones.
const MOST_REMEMBERED = 200;
const remembered = new Map<string, Encoding>();

/**
 * The coding that a client likes best, and of those it likes equally the smallest. Where it accepts none of ours, the body
 * is sent as it is. @param header the request's Accept-Encoding
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (!header) return "identity";
  const known = remembered.get(header);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const chosen = readHeader(header);
  if (header.length < 100) remembered.set(header, chosen);
  return chosen;
}

function readHeader(header: string): Encoding {
  const weights = new Map(header.toLowerCase().split(",").map(readCoding));
  const any = weights.get("*");
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? (encoding === "gzip" ? weights.get("x-gzip") : undefined) ?? any;
  const offered = ENCODINGS.map((encoding) => ({
    encoding,
    // What nobody says anything of is refused, but for the body as it is, which is liked least.
    weight: weightOf(encoding) ?? (encoding === "identity" ? Number.MIN_VALUE : 0),
  })).filter(({ weight }) => weight > 0);
  const best = Math.max(...offered.map(({ weight }) => weight));
  return offered.find(({ weight }) => weight === best)?.encoding ?? "identity";
}

function readCoding(part: string): [string, number] {
  const [coding = "", ...parameters] = part.split(";").map((text) => text.trim());
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
  if (weight === undefined) return [coding, 1];
  const value = Number(weight.split("=")[1]);
  return [coding, value >= 0 && value <= 1 ? value : 0];
}
