import type { PrismaClient } from "#app/db/database.server.ts";
import { startOfDayInLondon } from "../hours/london-time.ts";
import type { KeptFacts } from "../places/place-facts-schema.ts";
import { ENOUGH_MEMBERS, wasClosedBySightings } from "../places/record-sighting.server.ts";
import { CLOSED_SIGHTING_DAYS } from "../sightings/sighting.ts";
import { DAY } from "../text/dates.ts";
import type { FactsUndone } from "./undo-facts.ts";

type Closing = {
  placeId: number;
  facts: FactsUndone;
  present: KeptFacts;
  undoing: { memberId: number; since: Date };
};

/** A place that others found closed too stays so if they are enough without the member, and only then. */
export async function reopenWithout(
  database: PrismaClient,
  { placeId, facts, present, undoing }: Closing,
): Promise<FactsUndone> {
  const { closedOn } = present;
  if (closedOn === null) return facts;
  const place = { id: placeId, closedOn };
  const isBySightings = await wasClosedBySightings(database, place);
  const isOpenedAgain = facts.target.closedOn === null;
  if (!isOpenedAgain && !isBySightings) return facts;
  const others = await countOthers(database, place, undoing);
  const isClosed = others >= ENOUGH_MEMBERS;
  return { ...facts, target: { ...facts.target, closedOn: isClosed ? closedOn : null } };
}

async function countOthers(
  database: PrismaClient,
  { id: placeId, closedOn }: { id: number; closedOn: string },
  { memberId, since }: { memberId: number; since: Date },
): Promise<number> {
  const not = { NOT: { memberId, createdAt: { gte: since } } };
  const lastOpen = await database.sighting.aggregate({
    where: { placeId, state: "open", ...not },
    _max: { createdAt: true },
  });
  const from = new Date(startOfDayInLondon(closedOn).getTime() - CLOSED_SIGHTING_DAYS * DAY);
  const closed = await database.sighting.groupBy({
    by: "memberId",
    where: {
      placeId,
      state: "closed",
      createdAt: { gte: from, gt: lastOpen._max.createdAt ?? from },
      ...not,
    },
  });
  return closed.length;
}
