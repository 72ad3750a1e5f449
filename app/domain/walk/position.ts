import { parseUrl } from "../text/parse-url.ts";
import type { Position } from "./coordinates.ts";
import { readCoordinates } from "./coordinates.ts";
import { readMapLink } from "./map-link.ts";

/** What refusals show: positionSchema puts the campus in its place. */
export const EXAMPLE = "51.5643, -0.1063";
const MOST = 4000;

const PROBLEMS = {
  unreadable: `Paste a map’s address or coordinates, like ${EXAMPLE}`,
  elsewhere: `Paste an address from OpenStreetMap, Google Maps or Apple Maps, or coordinates like ${EXAMPLE}`,
  short: "This short link hides the place. Open it and paste the long address",
  empty: `This address shows no position. Paste the coordinates that the map shows for the place, like ${EXAMPLE}`,
  outOfRange: `A latitude is from -90 to 90 and a longitude from -180 to 180. Write them like ${EXAMPLE}`,
  nowhere: `At 0, 0 there is only sea. Paste the coordinates of the place, like ${EXAMPLE}`,
};

/** From coordinates or a long map link, other words around it allowed. To 6 decimals (0.1 m). */
export function parsePosition(text: string): { position: Position } | { problem: string } {
  const typed = text.slice(0, MOST).trim();
  const found = readCoordinates(typed.replace(/^geo:([^?;]*).*$/is, "$1")) ?? readLink(typed);
  if (typeof found === "string") return { problem: PROBLEMS[found] };
  const { latitude, longitude } = found;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return { problem: PROBLEMS.outOfRange };
  if (latitude === 0 && longitude === 0) return { problem: PROBLEMS.nowhere };
  return { position: found };
}

function readLink(text: string): Position | "unreadable" | ReturnType<typeof readMapLink> {
  const link =
    /https?:\/\/\S+/i.exec(text)?.[0] ??
    (/^[\w-]+(\.[\w-]+)+\//.test(text) ? `https://${text}` : undefined);
  const url = link === undefined ? null : parseUrl(link);
  return url ? readMapLink(url) : "unreadable";
}
