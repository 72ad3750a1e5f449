/** Smallest first. */
const ENCODINGS = ["br", "gzip", "identity"] as const;

export type Encoding = (typeof ENCODINGS)[number];

// Browsers send few different headers.
const MOST_REMEMBERED = 200;
const remembered = new Map<string, Encoding>();

/** The encoding that the client prefers, and among equals the smallest; "identity" when it accepts none of ours. */
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
    // Encodings that the header does not mention are refused, except identity, which comes last.
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
