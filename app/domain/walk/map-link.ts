import type { Position } from "./coordinates.ts";
import { readCoordinates } from "./coordinates.ts";

const NUMBER = String.raw`(-?\d{1,9}(?:\.\d{1,20})?)`;
const OSM_CENTRE = new RegExp(`[#&]map=\\d+(?:\\.\\d+)?/${NUMBER}/${NUMBER}`);
const GOOGLE_PLACE = new RegExp(`!3d${NUMBER}!4d${NUMBER}`, "g");
const GOOGLE_CENTRE = new RegExp(`/@${NUMBER},${NUMBER}`);

const MAPS: { hosts: RegExp; read: (url: URL) => Position | undefined }[] = [
  { hosts: /^(www\.|m\.)?(openstreetmap\.org|osm\.org)$/, read: readOpenStreetMap },
  { hosts: /^(www\.|maps\.)?google\.([a-z]{2,3}|com?\.[a-z]{2})$/, read: readGoogleMaps },
  { hosts: /^maps\.apple\.com$/, read: readAppleMaps },
];

const SHORT_LINK =
  /^(maps\.app\.goo\.gl|goo\.gl|g\.co|maps\.apple)\/|^(www\.)?(openstreetmap|osm)\.org\/go\/|^(www\.)?google\.com\/maps\/s\//;

/** A marked place before the middle of the map. "short" is a link that has to be opened first. */
export function readMapLink(url: URL): Position | "short" | "elsewhere" | "empty" {
  const host = url.hostname.replace(/\.$/, "");
  if (SHORT_LINK.test(`${host}${url.pathname}`)) return "short";
  const map = MAPS.find(({ hosts }) => hosts.test(host));
  if (!map || !/^https?:$/.test(url.protocol)) return "elsewhere";
  return map.read(url) ?? "empty";
}

function readOpenStreetMap(url: URL): Position | undefined {
  const { searchParams: parameters } = url;
  return (
    readCoordinates(`${parameters.get("mlat")},${parameters.get("mlon")}`) ??
    readMatch(OSM_CENTRE.exec(url.hash)) ??
    readCoordinates(`${parameters.get("lat")},${parameters.get("lon")}`)
  );
}

function readGoogleMaps(url: URL): Position | undefined {
  const parts = url.pathname.split("/").map(decode);
  return (
    readMatch([...url.href.matchAll(GOOGLE_PLACE)].at(-1)) ??
    readParameters(url, ["q", "query", "ll", "destination", "daddr"]) ??
    parts.map(readCoordinates).findLast((position) => position !== undefined) ??
    readMatch(GOOGLE_CENTRE.exec(url.pathname)) ??
    readParameters(url, ["center"])
  );
}

function readAppleMaps(url: URL): Position | undefined {
  return readParameters(url, ["coordinate", "ll", "q", "daddr", "destination", "center"]);
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
