import { data } from "react-router";
import { z } from "zod";
import { countUnseenAnswers } from "#app/domain/activity/answers.server.ts";
import { countUnseenNews } from "#app/domain/activity/news-seen.server.ts";
import { listMark } from "#app/domain/lists/list-name.ts";
import { readNotices } from "#app/domain/moderation/own-notices.server.ts";
import { readOwnMarks } from "#app/domain/reviews/own-marks.server.ts";
import { requestContext, visitorContext } from "#app/http/request-context.server.ts";
import type { OwnMarks } from "#app/ui/own-marks.ts";
import type { Route } from "./+types/route";

const reviewId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** What scripts add to a page that is the same for everybody. Null for a visitor who is not signed in. */
export async function loader({ url, context }: Route.LoaderArgs) {
  if (context.get(requestContext).isFromElsewhere) throw data(FOR_OWN_PAGES, { status: 403 });
  const member = await context.get(visitorContext).member();
  return Response.json(member ? await marksOf(member, url.searchParams) : null, {
    headers: { "Cache-Control": "private, no-store" },
  });
}

const FOR_OWN_PAGES = {
  title: "That came from another site",
  text: "This is an answer for the pages of this site, and for nobody else.",
};

async function marksOf(
  { id, handle }: { id: number; handle: string },
  parameters: URLSearchParams,
): Promise<OwnMarks> {
  const place = parameters.get("place");
  const review = reviewId.safeParse(parameters.get("review")).data;
  const about = place !== null ? { place } : review === undefined ? undefined : { review };
  const [{ lists, place: ofPlace, listed }, { queueLength }, news, answers] = await Promise.all([
    readOwnMarks(id, about),
    readNotices(id),
    countUnseenNews(id),
    countUnseenAnswers(id),
  ]);
  return {
    handle,
    lists,
    queueLength,
    news: news && { since: news.since.toISOString(), count: news.count },
    answers: answers?.count || undefined,
    listed:
      listed &&
      Object.fromEntries(Object.entries(listed).map(([slug, list]) => [slug, listMark(list)])),
    place: ofPlace && {
      slug: ofPlace.slug,
      list: ofPlace.list ?? undefined,
      reviewId: ofPlace.reviewId ?? undefined,
      helpful: ofPlace.helpful,
    },
  };
}
