import { keptUntil } from "#app/domain/deleted/kept-for.ts";
import type {
  listDeletedPlaces,
  listDeletedReviews,
} from "#app/domain/deleted/list-deleted.server.ts";
import { cleanLine } from "#app/domain/text/cleaning.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";

type DeletedReview = Awaited<ReturnType<typeof listDeletedReviews>>[number];
type DeletedPlace = Awaited<ReturnType<typeof listDeletedPlaces>>[number];

export type PresentedItem =
  | ReturnType<typeof presentDeletedReview>
  | ReturnType<typeof presentDeletedPlace>;

export function presentDeletedReview({ id, rating, body, withheldAt, place }: DeletedReview) {
  const text = cleanLine(body);
  return {
    kind: "review" as const,
    name: String(id),
    of: place.name,
    text: `${rating} out of 5: ${text.length > 160 ? `${text.slice(0, 160)} …` : text}`,
    when: when(withheldAt),
  };
}

export function presentDeletedPlace({ slug, name, street, withheldAt }: DeletedPlace) {
  return {
    kind: "place" as const,
    name: slug,
    of: name,
    text: street,
    when: withheldAt ? when(withheldAt) : "",
  };
}

function when(withheldAt: Date): string {
  const [deleted, kept] = [withheldAt, keptUntil(withheldAt)].map((moment) =>
    formatDay(dayInLondon(moment)),
  );
  return `Deleted on ${deleted}, kept until ${kept}`;
}
