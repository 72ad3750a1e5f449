import { describeSite } from "#app/domain/site/site.server.ts";
import { READABLE_ANYWHERE } from "#app/http/security-headers.server.ts";
import { describeApi } from "#app/open-data/openapi.ts";
import type { Route } from "./+types/route";

export function loader({ url }: Route.LoaderArgs) {
  const { origin } = url;
  return Response.json(describeApi({ siteName: describeSite().name, origin }), {
    headers: READABLE_ANYWHERE,
  });
}
