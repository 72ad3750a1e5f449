import type { Random } from "./random.ts";

const SHORT_STREETS: Readonly<Record<string, string>> = {
  ...{ Road: "rd", Street: "st", Avenue: "ave", Lane: "ln", Square: "sq", Place: "pl" },
  ...{ Terrace: "ter", Crescent: "cres", Gardens: "gdns", Court: "ct", Grove: "gr", Park: "pk" },
};

export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .toLowerCase();
}

/** In the longest word: two letters swapped, one left out, doubled or replaced. */
export function mistype(name: string, random: Random): string | undefined {
  const [longest = ""] = name.split(/[^\p{L}]+/u).sort((one, other) => other.length - one.length);
  if (longest.length < 5) return undefined;
  const at = random.integer(1, longest.length - 2);
  const [before, letter, next, after] = [
    longest.slice(0, at),
    longest[at] ?? "",
    longest[at + 1] ?? "",
    longest.slice(at + 2),
  ];
  const changed = random.pick([
    next + letter,
    next,
    letter + letter + next,
    `${letter === "e" ? "a" : "e"}${next}`,
  ]);
  return name.replace(longest, before + changed + after);
}

export function splitLongest(name: string): string | undefined {
  const [longest = ""] = name.split(/[^\p{L}]+/u).sort((one, other) => other.length - one.length);
  if (longest.length < 7) return undefined;
  const half = Math.ceil(longest.length / 2);
  return name.replace(longest, `${longest.slice(0, half)} ${longest.slice(half)}`);
}

/** "12-14 Holloway Road" is in Holloway Road. */
export function streetName(street: string): string | undefined {
  return /(?:^|[\d,]\s*)((?:[A-Z][\p{L}’']+ )+(?:Road|Street|Avenue|Lane|Square|Place|Terrace|Crescent|Gardens|Court|Grove|Park|Row|Way|Hill|Mews))\b/u.exec(
    street,
  )?.[1];
}

export function shortStreet(street: string): string | undefined {
  const name = streetName(street);
  const [last = ""] = name?.split(" ").slice(-1) ?? [];
  const short = SHORT_STREETS[last];
  return name && short && name.slice(0, -last.length).toLowerCase() + short;
}
