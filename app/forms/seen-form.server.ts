import { type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import { markSeen } from "#app/domain/activity/seen.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import { carryOut, readOneClickForm } from "./one-click-form.server.ts";

const seenForm = z.object({
  shownUntil: z.iso.datetime().transform((moment) => new Date(moment)),
});

type Sent = { request: Request; context: Readonly<RouterContextProvider> };

/** @param next where the member goes on, and comes back to if they have to sign in first */
export async function acceptSeen(
  { request, context }: Sent,
  seen: Parameters<typeof markSeen>[0],
  next: string,
): Promise<Response> {
  const member = await requireMember(context, next);
  const { shownUntil } = await readOneClickForm({ request, context }, seenForm, "news-seen");
  await carryOut(() => markSeen(seen, member.id, shownUntil));
  await context.get(visitorContext).flash({
    text: "You have seen these. What comes next is new.",
    link: { href: paths.places(), text: "See all places" },
  });
  return redirect(next, 303);
}
