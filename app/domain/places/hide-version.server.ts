import { reader } from "#app/db/database.server.ts";
import { isModeratorNow, onlyIfModerator } from "../moderation/moderators.server.ts";
import type { Rule } from "../moderation/rules.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { compareFacts } from "./compare-facts.ts";
import { findRevision, readFacts } from "./place-revisions.server.ts";

type VersionDecision = { decision: "hide"; rule: Rule } | { decision: "show" };

type Version = { slug: string; revisionId: number };

/** The last version is what the place says now: it is corrected first, or the place is hidden. */
export function decideAboutVersion(
  { slug, revisionId: id }: Version,
  made: VersionDecision,
  moderatorId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const revision = await writer.placeRevision.findFirst({
      where: { id, place: { slug } },
      select: { hiddenRule: true, placeId: true, place: { select: { name: true } } },
    });
    if (!revision) return stop({ kind: "missing" });
    const { placeId, hiddenRule, place } = revision;
    if ((hiddenRule === null) !== (made.decision === "hide")) {
      return stop({ kind: "decided-meanwhile" });
    }
    const later = { placeId, id: { gt: id } };
    if (made.decision === "hide" && (await writer.placeRevision.count({ where: later })) === 0) {
      return stop({ kind: "said-now" });
    }
    const rule = made.decision === "hide" ? made.rule : null;
    return plan({ place: slug }, [
      writer.moderationAction.create({
        data: {
          action: `${made.decision}-version`,
          subject: "place",
          rule,
          moderatorId,
          placeId,
          placeName: place.name,
        },
      }),
      writer.placeRevision.update({
        where: { id, hiddenRule },
        data: { hiddenRule: rule, hiddenAt: rule === null ? null : now },
      }),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

/** Whoever recommended or changed the place wrote it. */
export async function describeVersion(slug: string, revisionId: number) {
  const place = await reader().place.findUnique({
    where: { slug },
    select: { id: true, name: true },
  });
  const revision = place && (await findRevision(place.id, revisionId));
  if (!place || !revision) return undefined;
  const { by, createdAt, hiddenRule, facts } = revision;
  const differences = compareFacts(await readFacts(place.id), facts);
  const later = { placeId: place.id, id: { gt: revisionId } };
  const isSaidNow = (await reader().placeRevision.count({ where: later })) === 0;
  return { name: place.name, by, createdAt, hiddenRule, isSaidNow, differences };
}

/** The newest first. */
export function listHiddenVersions() {
  return reader().placeRevision.findMany({
    where: { hiddenRule: { not: null }, place: { withheldReason: null } },
    orderBy: [{ hiddenAt: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      id: true,
      hiddenRule: true,
      hiddenAt: true,
      place: { select: { name: true, slug: true } },
    },
  });
}
