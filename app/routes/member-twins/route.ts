import { data } from "react-router";
import {
  countEntries,
  ENTRIES_PER_PAGE,
  findProfile,
  listMemberReviews,
  listRecommendedPlaces,
} from "#app/domain/members/profile.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countOf, countPages } from "#app/domain/text/counting.ts";
import { pageOfList } from "#app/open-data/kind.ts";
import { presentMember } from "#app/open-data/present-member.ts";
import { presentOwnReview } from "#app/open-data/present-review.ts";
import { ownReviewsKind } from "#app/open-data/reviews-kind.ts";
import { twinLoader } from "#app/open-data/twin.server.ts";
import { memberSlug, paths } from "#app/paths.ts";

export const loader = twinLoader(ownReviewsKind, async ({ params, url, origin }) => {
  const found = await findProfile(params.handle ?? "");
  if (!found) throw data(null, { status: 404 });
  const { id, handle } = found;
  if (params.handle !== memberSlug(handle)) return { elsewhere: paths.member(handle), status: 301 };
  const counts = await countEntries(id);
  const page = parsePage(url.searchParams);
  const pages = countPages(Math.max(counts.places, counts.reviews), ENTRIES_PER_PAGE);
  if (page > pages) return { elsewhere: paths.member(handle) };
  const [places, reviews] = await Promise.all([
    listRecommendedPlaces(id, page),
    listMemberReviews(id, page),
  ]);
  const member = presentMember(found, { places, counts, origin });
  return {
    ...pageOfList({
      page,
      pages,
      perPage: ENTRIES_PER_PAGE,
      pathOf: (number) => paths.member(handle, number),
    }),
    title: `${handle} on ${describeSite().name}: ${countOf(counts.reviews, "review")}`,
    notes: [],
    problems: [],
    count: counts.reviews,
    about: {
      json: { member },
      lines: member.recommended.map(({ name, url: at }) => `Recommended ${name}: ${at}`),
    },
    items: reviews.map((review) => presentOwnReview(review, handle, origin)),
  };
});
