import type { listMergeProposals } from "#app/domain/merging/merge-proposals.server.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type FoundProposal = Awaited<ReturnType<typeof listMergeProposals>>[number];

export type PresentedProposal = ReturnType<typeof presentProposal>;

export function presentProposal({ from, into, member, createdAt }: FoundProposal) {
  return {
    key: `${from.slug} ${into.slug}`,
    from: presentPlace(from),
    into: presentPlace(into),
    by: member?.handle,
    on: formatDay(dayInLondon(createdAt)),
    compareHref: paths.placeMerge(from.slug, into.slug),
  };
}

function presentPlace({ slug, name, street, postcode, index }: FoundProposal["from"]) {
  const reviews = countOf(index?.reviewCount ?? 0, "review");
  return { slug, name, href: paths.place(slug), address: `${street}, ${postcode}`, reviews };
}
