import { redirect } from "react-router";
import { collectOwnData } from "#app/domain/members/own-data.server.ts";
import { describeSite, siteOrigin } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { packOwnData } from "./pack-own-data.server.tsx";

const PATH = paths.accountDownload;

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, PATH);
  const data = await collectOwnData(member.id);
  if (!data) throw redirect(paths.signIn(PATH), 303);
  const now = context.get(visitorContext).now();
  return new Response(
    packOwnData(data, { siteName: describeSite().name, origin: siteOrigin(), now }),
    {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="your-data-${dayInLondon(now)}.zip"`,
        "Cache-Control": "private, no-store",
      },
    },
  );
}
