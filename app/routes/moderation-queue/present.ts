import type { readQueue } from "#app/domain/moderation/queue.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import type { listHiddenVersions } from "#app/domain/places/hide-version.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type Queue = Awaited<ReturnType<typeof readQueue>>;

const since = (moment: Date | null) => (moment ? `since ${formatDay(dayInLondon(moment))}` : "");

type HiddenVersions = Awaited<ReturnType<typeof listHiddenVersions>>;

export type PresentedWarning = NonNullable<ReturnType<typeof presentWarning>>;

/** Undefined while flags may put aside more. */
export function presentWarning({ putAside }: Queue) {
  const { things, mostPlaces, mostReviews, flaggers } = putAside;
  if (things < Math.min(mostPlaces, mostReviews)) return undefined;
  return {
    things,
    flaggers: flaggers.map(({ handle, flags }) => ({
      handle,
      flags,
      href: paths.moderateMember(handle),
    })),
  };
}

export function presentQueue(
  { flagged, waiting, hidden, merges, reported }: Queue,
  hiddenVersions: HiddenVersions,
) {
  return [
    {
      heading: "Flagged",
      nothing: "Nothing is flagged.",
      entries: flagged.map(({ placeName, slug, reviewId, flags, isWithheld, since: first }) => ({
        href: reviewId === null ? paths.moderatePlace(slug) : paths.moderateReview(reviewId),
        text: reviewId === null ? placeName : `A review of ${placeName}`,
        detail: `${countOf(flags, "flag")} ${since(new Date(first))}${isWithheld ? ", put aside" : ""}`,
      })),
    },
    {
      heading: "First posts",
      nothing: "No first post waits.",
      entries: [
        ...waiting.places.map(({ slug, name, withheldAt }) => ({
          href: paths.moderatePlace(slug),
          text: name,
          detail: `waits ${since(withheldAt)}`,
        })),
        ...waiting.reviews.map(({ id, place, withheldAt }) => ({
          href: paths.moderateReview(id),
          text: `A review of ${place.name}`,
          detail: `waits ${since(withheldAt)}`,
        })),
      ],
    },
    {
      heading: "Reported by newcomers",
      nothing: "Nothing that newcomers report waits.",
      entries: reported.map(({ slug, name, reports, since: first }) => ({
        href: paths.placeReports(slug),
        text: name,
        detail: `${countOf(reports, "report")} ${since(first)}`,
      })),
    },
    {
      heading: "Perhaps the same place",
      nothing: "Nobody has proposed to merge two places.",
      entries: merges.map(({ from, into }) => ({
        href: paths.placeMerge(from.slug),
        text: `${from.name} and ${into.name}`,
        detail: "",
      })),
    },
    {
      heading: "Hidden",
      nothing: "Nothing is hidden.",
      entries: [
        ...hidden.places.map(({ slug, name, withheldRule, withheldAt }) => ({
          href: paths.moderatePlace(slug),
          text: name,
          detail: `${ruleWords(withheldRule)}, ${since(withheldAt)}`,
        })),
        ...hidden.reviews.map(({ id, place, withheldRule, withheldAt }) => ({
          href: paths.moderateReview(id),
          text: `A review of ${place.name}`,
          detail: `${ruleWords(withheldRule)}, ${since(withheldAt)}`,
        })),
        ...hiddenVersions.map(({ id, place, hiddenRule, hiddenAt }) => ({
          href: paths.moderateVersion(place.slug, id),
          text: `A version of ${place.name}`,
          detail: `${ruleWords(hiddenRule)}, ${since(hiddenAt)}`,
        })),
      ],
    },
  ];
}
