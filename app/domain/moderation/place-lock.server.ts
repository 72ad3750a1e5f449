import type { PrismaClient } from "#app/db/database.server.ts";

/** What somebody is told who posts at a place that a moderator has locked. */
export const PLACE_IS_LOCKED = {
  status: 403,
  message:
    "A moderator has locked this place: it takes no reviews, corrections or sightings at the moment",
};

/**
 * A statement for a batch that fails, and the batch with it, unless the place is there for everybody and not locked. Every
 * command that writes about a place has it in its batch, after its first write.
 */
export function onlyIfPlaceTakesPosts(writer: PrismaClient, placeId: number) {
  return writer.place.findFirstOrThrow({
    where: { id: placeId, isLocked: false, withheldReason: null },
    select: { id: true },
  });
}
