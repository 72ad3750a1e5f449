import { data, redirect } from "react-router";
import {
  findMergeable,
  likelyToStay,
  listLikelyDuplicates,
  type MergeablePlace,
  mayMerge,
  searchForDuplicate,
} from "#app/domain/merging/merge-page.server.ts";
import { writtenAddress } from "#app/domain/places/address.ts";
import { listSuggestedDuplicates } from "#app/domain/places/suggested-duplicates.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

/** Throws a 404 for a former address of the place too. */
export async function findPlaceOfAddress(slug: string): Promise<MergeablePlace> {
  const place = await findMergeable(slug);
  if (place?.slug !== slug) throw data(null, { status: 404 });
  return place;
}

export async function loadStep(url: URL, place: MergeablePlace, memberId: number | undefined) {
  const search = (url.searchParams.get("q") ?? "").slice(0, 200);
  const chosen = url.searchParams.get("with");
  const meant = chosen ?? slugInAddress(search);
  const other = meant === undefined ? null : await findMergeable(meant);
  if (other && other.id !== place.id) {
    if (chosen !== other.slug) throw redirect(paths.placeMerge(place.slug, other.slug));
    return {
      kind: "decide" as const,
      place: presentPage(place),
      other: presentPage(other),
      stays: likelyToStay(place, other).slug,
      mayMerge: await mayMerge(memberId, place, other),
    };
  }
  return {
    kind: "choose" as const,
    place: { slug: place.slug, name: place.name },
    ...(await findOtherPages(place, meant === undefined ? search : "")),
    problem: meant === undefined ? undefined : other ? SAME_PAGE : NO_PAGE,
    isMissing: meant !== undefined && !other,
  };
}

export const SAME_PAGE = "That is this very page. Choose the other one.";
const NO_PAGE = "There is no such page here any more. Search for the other place by its name.";

/** Undefined unless the text is the address of a place. */
function slugInAddress(text: string): string | undefined {
  const part = /\/places\/([^/?#\s]+)/.exec(text.slice(0, 2000))?.[1];
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function findOtherPages(place: MergeablePlace, search: string) {
  const [suggested, similar] = await Promise.all([
    listSuggestedDuplicates(place.id),
    listLikelyDuplicates(place),
  ]);
  const others = suggested.filter(({ slug }) => !similar.some((one) => one.slug === slug));
  return {
    likely: [...others, ...similar],
    search,
    found: search === "" ? [] : await searchForDuplicate(search, place.slug),
  };
}

function presentPage({ slug, name, street, postcode, index, createdAt }: MergeablePlace) {
  const reviews = countOf(index?.reviewCount ?? 0, "review");
  return {
    slug,
    name,
    address: writtenAddress({ street, postcode }),
    facts: `${reviews}, added on ${formatDay(dayInLondon(createdAt))}`,
  };
}
