import { keptUntil } from "#app/domain/deleted/kept-for.ts";
import type { listMergeProposals } from "#app/domain/merging/merge-proposals.server.ts";
import type { listUndoableMerges } from "#app/domain/merging/undo-merge.server.ts";
import { writtenAddress } from "#app/domain/places/address.ts";
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

type FoundMerge = Awaited<ReturnType<typeof listUndoableMerges>>[number];

export type PresentedMerge = ReturnType<typeof presentMerge>;

export function presentMerge({ id, fromName, into, createdAt }: FoundMerge) {
  return {
    id,
    from: fromName,
    into: { name: into.name, href: paths.place(into.slug) },
    on: formatDay(dayInLondon(createdAt)),
    until: formatDay(dayInLondon(keptUntil(createdAt))),
  };
}

function presentPlace({ slug, name, street, postcode, index }: FoundProposal["from"]) {
  const reviews = countOf(index?.reviewCount ?? 0, "review");
  return {
    slug,
    name,
    href: paths.place(slug),
    address: writtenAddress({ street, postcode }),
    reviews,
  };
}
