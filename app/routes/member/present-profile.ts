import type {
  findProfile,
  listMemberReviews,
  listRecommendedPlaces,
} from "#app/domain/members/profile.server.ts";
import { paidWords } from "#app/domain/reviews/price.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type FoundMember = NonNullable<Awaited<ReturnType<typeof findProfile>>>;
type FoundPlace = Awaited<ReturnType<typeof listRecommendedPlaces>>[number];
type FoundReview = Awaited<ReturnType<typeof listMemberReviews>>[number];

export type PresentedReview = ReturnType<typeof presentReview>;

export function presentMember({ handle, cohort, createdAt }: FoundMember) {
  return { handle, cohort: cohort ?? undefined, since: formatDay(dayInLondon(createdAt)) };
}

export function presentRecommended({ slug, name, createdAt }: FoundPlace) {
  return { href: paths.place(slug), name, on: formatDay(dayInLondon(createdAt)) };
}

export function presentReview({
  id,
  place,
  rating,
  body,
  dish,
  visitedOn,
  createdAt,
  ...paid
}: FoundReview) {
  const posted = dayInLondon(createdAt);
  return {
    id,
    place: { href: paths.place(place.slug), name: place.name },
    rating,
    body,
    ordered: [dish, paidWords(paid)].filter(Boolean).join(", "),
    when: visitedOn === null ? formatDay(posted) : `visited ${formatDay(visitedOn)}`,
    iso: visitedOn ?? posted,
  };
}
