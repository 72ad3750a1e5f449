import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import robots from "./robots.txt?raw";

/** RFC 9309. */
export function loader({ url: { origin } }: Route.LoaderArgs) {
  return new Response(`${robots}\nSitemap: ${origin}${paths.sitemap}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
