import type { Position } from "./coordinates.ts";
import { readCoordinates } from "./coordinates.ts";
import { readPlusCode } from "./plus-code.ts";

/** What a map's address says: the place itself, or only what the map shows around its middle. */
export type MapLink =
  | Position
  | { middle: Position }
  | "far"
  | "short"
  | "short-code"
  | "words"
  | "elsewhere"
  | "empty";

const NUMBER = String.raw`(-?\d{1,9}(?:\.\d{1,20})?)`;
const OSM_MIDDLE = new RegExp(`[#&]map=(\\d+(?:\\.\\d+)?)/${NUMBER}/${NUMBER}`);
const GOOGLE_PLACE = new RegExp(`!3d${NUMBER}!4d${NUMBER}`, "g");
const GOOGLE_WAYPOINT = new RegExp(`!1d${NUMBER}!2d${NUMBER}(?!.*!1m0)`, "g");
const GOOGLE_EMBEDDED = new RegExp(`!1d${NUMBER}!2d${NUMBER}!3d${NUMBER}`);
const GOOGLE_MIDDLE = new RegExp(`/@${NUMBER},${NUMBER}(?:,(\\d+(?:\\.\\d+)?)([zm]))?`);
/** Nearer than that, the middle of a map is within some 100 m of what people look at. */
const NEAREST_ZOOM = 17;
const MOST_METRES_SHOWN = 1000;

const MAPS: { hosts: RegExp; read: (url: URL) => MapLink | undefined }[] = [
  { hosts: /^(www\.|m\.)?(openstreetmap\.org|osm\.org)$/, read: readOpenStreetMap },
  { hosts: /^(www\.|maps\.)?google\.([a-z]{2,3}|com?\.[a-z]{2})$/, read: readGoogleMaps },
  { hosts: /^maps\.apple\.com$/, read: readAppleMaps },
  { hosts: /^(www\.)?plus\.codes$/, read: readPlusCodes },
  { hosts: /^(www\.)?(what3words\.com|w3w\.co)$/, read: () => "words" },
];

const SHORT_LINK =
  /^(maps\.app\.goo\.gl|goo\.gl|g\.co|maps\.apple)\/|^(www\.)?(openstreetmap|osm)\.org\/go\/|^(www\.)?google\.com\/maps\/s\//;

/** A named place before the middle of the map. "short" is a link that has to be opened first. */
export function readMapLink(url: URL): MapLink {
  const host = url.hostname.replace(/\.$/, "");
  if (SHORT_LINK.test(`${host}${url.pathname}`)) return "short";
  const map = MAPS.find(({ hosts }) => hosts.test(host));
  if (!map || !/^https?:$/.test(url.protocol)) return "elsewhere";
  return map.read(url) ?? "empty";
}

function readOpenStreetMap(url: URL): MapLink | undefined {
  const { searchParams: parameters, pathname } = url;
  const pairIn = (latitude: string, longitude: string) =>
    readCoordinates(`${parameters.get(latitude)},${parameters.get(longitude)}`);
  const named =
    pairIn("mlat", "mlon") ??
    readParameters(url, ["marker", "query", "to"]) ??
    readCoordinates(parameters.get("route")?.split(";").at(-1) ?? "") ??
    (/^\/query$/.test(pathname) ? pairIn("lat", "lon") : undefined);
  if (named || /^\/directions$/.test(pathname)) return named;
  const [, zoom, latitude, longitude] = OSM_MIDDLE.exec(url.hash) ?? [];
  if (zoom) return middleOf(readCoordinates(`${latitude},${longitude}`), Number(zoom));
  return middleOf(pairIn("lat", "lon"), Number(parameters.get("zoom") ?? 0));
}

function readGoogleMaps(url: URL): MapLink | undefined {
  const parts = url.pathname.split("/").map(decode);
  if (parts[2] === "dir") return readGoogleDirections(url, parts);
  const named =
    readMatch([...url.href.matchAll(GOOGLE_PLACE)].at(-1)) ??
    readParameters(url, ["q", "query", "destination", "daddr"]) ??
    parts.map(readCoordinates).findLast((position) => position !== undefined);
  return named ?? readPlusCodes(url) ?? readGoogleMiddle(url);
}

/** In an address "+" may stand for itself or for a space. */
function readPlusCodes({ pathname, searchParams }: URL): ReturnType<typeof readPlusCode> {
  const text = [pathname.replaceAll("%2B", "+"), ...searchParams.values()].join(" ");
  return readPlusCode(text.replace(/(?<=\w{4}) (?=\w{2,7}\b)/g, "+"));
}

/** Where the way ends, never where it starts nor what the map shows. */
function readGoogleDirections(url: URL, parts: string[]): Position | undefined {
  const stops = waypoints(parts.slice(3));
  const [, longitude, latitude] = [...url.href.matchAll(GOOGLE_WAYPOINT)].at(-1) ?? [];
  return (
    readParameters(url, ["destination", "daddr"]) ??
    readCoordinates((stops.length > 1 && stops.at(-1)) || "") ??
    readCoordinates(`${latitude},${longitude}`)
  );
}

/** An empty one is where somebody has not said yet from where or to where. */
function waypoints(parts: string[]): string[] {
  const after = parts.findIndex((part) => /^(?:@|data=|am=)/.test(part));
  if (after >= 0) return parts.slice(0, after);
  return parts.length > 2 && parts.at(-1) === "" ? parts.slice(0, -1) : parts;
}

function readGoogleMiddle(url: URL): MapLink | undefined {
  const [, metres, eastern, northern] = GOOGLE_EMBEDDED.exec(url.href) ?? [];
  const embedded = readCoordinates(`${northern},${eastern}`);
  // A map that is embedded for a place has the place in its middle.
  if (embedded && /!1s0x/.test(url.href)) return embedded;
  if (embedded) return Number(metres) <= 5 * MOST_METRES_SHOWN ? { middle: embedded } : "far";
  const [, latitude, longitude, size, unit] = GOOGLE_MIDDLE.exec(url.pathname) ?? [];
  const shown = readCoordinates(`${latitude},${longitude}`);
  if (shown && unit === "m") {
    return middleOf(shown, Number(size) <= MOST_METRES_SHOWN ? NEAREST_ZOOM : 0);
  }
  if (shown) return middleOf(shown, Number(size ?? NEAREST_ZOOM));
  const zoom = url.searchParams.get("z") ?? url.searchParams.get("zoom") ?? 0;
  return middleOf(readParameters(url, ["ll", "center"]), Number(zoom));
}

function readAppleMaps(url: URL): MapLink | undefined {
  return (
    readParameters(url, ["coordinate", "daddr", "destination", "q", "ll"]) ??
    middleOf(readParameters(url, ["center"]), Number(url.searchParams.get("z") ?? 0))
  );
}

function middleOf(position: Position | undefined, zoom: number): MapLink | undefined {
  if (!position) return undefined;
  return zoom >= NEAREST_ZOOM ? { middle: position } : "far";
}

function readParameters({ searchParams }: URL, names: string[]): Position | undefined {
  return names
    .flatMap((name) => searchParams.getAll(name))
    .map((value) => readCoordinates(value.replace(/^loc:/, "")))
    .find((position) => position !== undefined);
}

function readMatch(match: RegExpExecArray | null | undefined): Position | undefined {
  return match ? readCoordinates(`${match[1]},${match[2]}`) : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll("+", " "));
  } catch {
    return part;
  }
}
