import { data } from "react-router";
import { securityContact } from "#app/domain/site/site.server.ts";
import { DAY } from "#app/domain/text/dates.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

const VALID_DAYS = 180;

/** RFC 9116. */
export function loader({ url, context }: Route.LoaderArgs) {
  const contact = securityContact();
  if (contact === undefined) throw data(null, { status: 404 });
  const now = context.get(visitorContext).now().getTime();
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(now + VALID_DAYS * DAY).toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${url.origin}${paths.securityTxt}`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
