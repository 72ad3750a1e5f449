import { describeSite } from "#app/domain/site/site.server.ts";
import { paths } from "#app/paths.ts";
import { twinPath } from "#app/twins.ts";
import type { Route } from "./+types/route";

/** How a browser searches the site from its address bar: OpenSearch 1.1, draft 6. */
export function loader({ url: { origin } }: Route.LoaderArgs) {
  const { name, campus } = describeSite();
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    // The longest that the format allows.
    `<ShortName>${escapeXml(shorten(name, 16))}</ShortName>`,
    `<LongName>${escapeXml(shorten(name, 48))}</LongName>`,
    `<Description>${escapeXml(`Places and dishes near ${campus}`)}</Description>`,
    `<Image width="16" height="16" type="image/svg+xml">${origin}/favicon.svg</Image>`,
    `<Url type="text/html" template="${origin}${paths.places()}?q={searchTerms}"/>`,
    `<Url type="application/json" template="${origin}${twinPath(paths.places(), "json")}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${origin}${paths.openSearch}"/>`,
    "<InputEncoding>UTF-8</InputEncoding>",
    "</OpenSearchDescription>",
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "application/opensearchdescription+xml; charset=utf-8" },
  });
}

function shorten(name: string, most: number): string {
  const characters = [...name];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : name;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
