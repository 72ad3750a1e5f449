import type { Prisma, PrismaClient } from "#app/db/database.server.ts";
import { isModeratorNow } from "../moderation/moderators.server.ts";
import { onlyIfPlaceTakesPosts, refuseAtPlace } from "../moderation/post-guards.server.ts";
import {
  type Author,
  type AuthorReference,
  plan,
  postOnce,
  stop,
} from "../posting/post-once.server.ts";
import { type ReportAnswer, type ReportedFacts, reportedFactsSchema } from "../reports/report.ts";
import { reportStatements, sightingsOfReports } from "../reports/report-statements.server.ts";
import { sightingStatements } from "../sightings/sighting-statements.server.ts";
import { correctionStatements } from "./change-place.server.ts";
import { mayChangeAtOnce, refuseBeyondLimit } from "./correction-limits.server.ts";
import type { PlaceChange } from "./place-change.ts";
import { openReport, type ReportedPlace } from "./reported-place.server.ts";

type Answered = { slug: string; reportId: number; answer: ReportAnswer };

/**
 * Somebody with standing decides: the report is applied, or turned down. Of anybody else, agreeing
 * is another voice, and that a place is still there is what they found.
 */
export function answerReport(
  { slug, reportId, answer }: Answered,
  { author, formSecret }: { author: Author; formSecret: string },
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const found = await openReport(writer, slug, reportId);
    if (!found) return stop({ kind: "decided-meanwhile" });
    const { place } = found;
    const refused = await refuseAtPlace(writer, place, member);
    if (refused) return refused;
    const answering = { ...found, member, now };
    const decides = await mayChangeAtOnce(writer, place, member, now);
    const isOwn = !decides && (await hasReported(writer, answering));
    if (answer === "withdraw" || (answer === "turn-down" && isOwn)) {
      return plan({ place: slug }, [
        writer.placeReport.deleteMany({ where: { ...sameReports(answering), member } }),
      ]);
    }
    const tooMany =
      answer === "agree" ? await refuseBeyondLimit(writer, place, member, now) : undefined;
    if (tooMany) return tooMany;
    if (!decides) {
      const voiced = voiceStatements(writer, answering, answer);
      if (!voiced) return stop({ kind: "needs-standing" });
      return plan({ place: slug, reported: [found.kind], isSaved: false }, [
        ...voiced,
        onlyIfPlaceTakesPosts(writer, place.id),
      ]);
    }
    return plan({ place: slug }, [
      ...(answer === "agree"
        ? await applyingStatements(writer, answering)
        : turningDownStatements(writer, answering)),
      ...(await logged(writer, answering, answer)),
      onlyIfPlaceTakesPosts(writer, place.id),
    ]);
  });
}

type Answering = ReportedPlace & { member: AuthorReference; now: Date };

function sameReports({ place, kind, facts }: ReportedPlace) {
  return { placeId: place.id, kind, facts, settledAt: null };
}

async function hasReported(writer: PrismaClient, answering: Answering): Promise<boolean> {
  const where = { ...sameReports(answering), member: answering.member };
  return (await writer.placeReport.count({ where })) > 0;
}

/** Undefined where only somebody with standing can answer so. */
function voiceStatements(
  writer: PrismaClient,
  { place, kind, facts, member, now }: Answering,
  answer: "agree" | "turn-down",
) {
  const at = { placeId: place.id, now };
  if (answer === "agree") {
    return reportStatements(writer, [{ kind, facts: readFactsOf(facts) }], at, member);
  }
  if (kind !== "closed" && kind !== "moved") return undefined;
  return sightingStatements(writer, { ...at, state: "open" }, member);
}

async function applyingStatements(
  writer: PrismaClient,
  answering: Answering,
): Promise<Prisma.PrismaPromise<unknown>[]> {
  const { place, kind, facts, member, now } = answering;
  const at = { placeId: place.id, now };
  const change = changeOf(place, kind, readFactsOf(facts));
  const sighting = kind === "closed" || kind === "moved" ? kind : undefined;
  return [
    ...(sighting
      ? [
          sightingsOfReports(writer, sighting, place.id),
          ...sightingStatements(writer, { ...at, state: sighting }, member),
        ]
      : []),
    ...(change ? await correctionStatements(writer, place, change, { author: member, now }) : []),
    settle(writer, answering, "agreed"),
  ];
}

function turningDownStatements(writer: PrismaClient, answering: Answering) {
  const { place, kind, member, now } = answering;
  const isThere = kind === "closed" || kind === "moved";
  return [
    ...(isThere
      ? sightingStatements(writer, { placeId: place.id, state: "open", now }, member)
      : []),
    settle(writer, answering, "turned-down"),
  ];
}

function settle(writer: PrismaClient, answering: Answering, settledAs: "agreed" | "turned-down") {
  return writer.placeReport.updateMany({
    where: sameReports(answering),
    data: { settledAt: answering.now, settledAs },
  });
}

function changeOf(
  { name, street, postcode, website, ...price }: ReportedPlace["place"],
  kind: ReportedPlace["kind"],
  facts: ReportedFacts,
): PlaceChange | undefined {
  const priceBand = price.priceIsUnknown ? null : price.priceBand;
  const identity = { name, street, postcode, priceBand, website };
  switch (kind) {
    case "closed":
      return { closedOn: facts.closedOn ?? null };
    case "open":
      return { closedOn: null };
    case "moved":
      return undefined;
    case "name":
      return { identity: { ...identity, name: facts.name ?? name } };
    case "address": {
      const { street: to = street, postcode: at = postcode, position } = facts;
      return { identity: { ...identity, street: to, postcode: at }, position: position ?? null };
    }
  }
}

function readFactsOf(facts: string): ReportedFacts {
  return reportedFactsSchema.parse(JSON.parse(facts));
}

async function logged(
  writer: PrismaClient,
  { place, member, now }: Answering,
  answer: "agree" | "turn-down",
) {
  if (!("id" in member) || !(await isModeratorNow(writer, member.id))) return [];
  const action = answer === "agree" ? "agree-report" : "turn-down-report";
  const data = { action, subject: "place", moderatorId: member.id, createdAt: now };
  return [
    writer.moderationAction.create({ data: { ...data, placeId: place.id, placeName: place.name } }),
  ];
}
