import { parseUrl } from "../text/parse-url.ts";
import type { Position } from "./coordinates.ts";
import { findCoordinates, readCoordinates } from "./coordinates.ts";
import { type MapLink, readMapLink } from "./map-link.ts";
import { readPlusCode } from "./plus-code.ts";

/** What refusals show: positionSchema puts the campus in the place of both. */
export const EXAMPLE = "51.5643, -0.1063";
export const EXAMPLE_CODE = "9C3XHV7V+PG";
const MOST = 4000;

const PROBLEMS = {
  unreadable: `Paste a map’s address or coordinates, like ${EXAMPLE}`,
  elsewhere: `Paste an address from OpenStreetMap, Google Maps or Apple Maps, or coordinates like ${EXAMPLE}`,
  short: "This short link hides the place. Open it and paste the long address",
  empty: `This address shows no position. Paste the coordinates that the map shows for the place, like ${EXAMPLE}`,
  far: "This address shows a wide map, not one place. Zoom in until the place is in the middle, or paste its coordinates",
  "short-code": `This Plus code is not whole. Paste all of it, with the first four of its eight before the plus, like ${EXAMPLE_CODE}`,
  words: `Three words say nothing without what3words itself. Paste the coordinates of the place, like ${EXAMPLE}`,
  grid: `Grid references are not read here. Paste a latitude and a longitude, like ${EXAMPLE}`,
  half: `Coordinates are two numbers, with points and not commas in them, like ${EXAMPLE}`,
  outOfRange: `A latitude is from -90 to 90 and a longitude from -180 to 180. Write them like ${EXAMPLE}`,
  nowhere: `At 0, 0 there is only sea. Paste the coordinates of the place, like ${EXAMPLE}`,
};

/** From coordinates, a whole Plus code or a long map link, other words around it allowed. To 6 decimals (0.1 m). */
export function parsePosition(text: string): { position: Position } | { problem: string } {
  const typed = text.slice(0, MOST).trim();
  const found = readGeo(typed) ?? readCoordinates(typed) ?? readLink(typed) ?? readWords(typed);
  if (typeof found === "string") return { problem: PROBLEMS[found] };
  const position = "middle" in found ? found.middle : found;
  const { latitude, longitude } = position;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    return { problem: PROBLEMS[readGrid(typed) ?? "outOfRange"] };
  }
  if (latitude === 0 && longitude === 0) return { problem: PROBLEMS.nowhere };
  if ("middle" in found) {
    return {
      problem: `Do you mean ${latitude}, ${longitude}? That is only the middle of this map: paste those numbers if the place is there`,
    };
  }
  return { position };
}

/** RFC 5870, with the query that phones add to it. */
function readGeo(text: string): MapLink | undefined {
  const [, numbers = "", query = ""] = /^geo:([^?;]*)[^?]*(?:\?(.*))?$/is.exec(text) ?? [];
  if (numbers === "") return undefined;
  const asked = new URLSearchParams(query).get("q")?.replace(/\(.*\)\s*$/s, "") ?? "";
  const [latitude, longitude] = numbers.split(",");
  const named = readCoordinates(asked);
  if (named) return named;
  const position = readCoordinates(`${latitude},${longitude}`);
  return position?.latitude === 0 && position.longitude === 0 && asked !== "" ? "empty" : position;
}

function readLink(text: string): MapLink | undefined {
  const link =
    /https?:\/\/[^\s"<>]+/i.exec(text)?.[0] ??
    (/^[\w-]+(\.[\w-]+)+\//.test(text) ? `https://${text}` : undefined);
  const url = link === undefined ? null : parseUrl(link.replaceAll("&amp;", "&"));
  return url ? readMapLink(url) : undefined;
}

function readWords(text: string): MapLink | "unreadable" | "grid" | "half" {
  const code = readPlusCode(text);
  if (code) return code;
  if (/^\/{2,3}\p{L}+\.\p{L}+\.\p{L}+$/u.test(text)) return "words";
  return readGrid(text) ?? findCoordinates(text) ?? "unreadable";
}

function readGrid(text: string): "grid" | "half" | undefined {
  if (/^[HNOST][A-HJ-Z] ?\d{2,5} ?\d{2,5}$/i.test(text)) return "grid";
  if (/^\d{6}(?:\.\d+)?[, ]+\d{6,7}(?:\.\d+)?$/.test(text)) return "grid";
  return /^[+-]?\d{1,3}[.,]\d+°?$/.test(text) ? "half" : undefined;
}
