import type { PrismaClient } from "#app/db/database.server.ts";

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
