import type { PrismaClient } from "#app/db/database.server.ts";
import type { AuthorReference, Refusal } from "../posting/post-once.server.ts";
import { PLACE_IS_LOCKED } from "./place-lock.server.ts";
import { postsWait } from "./waiting-posts.server.ts";

const FIRST_POST_WAITS = {
  status: 403,
  message:
    "Write a review first: once a moderator has let it through, you can correct what is said of places",
};

/**
 * Why somebody may not change what is said of a place, or say how they found it: it is locked, or they are new on a site
 * that looks at first posts, where only reviews and places can wait. Undefined where they may.
 */
export async function refuseAtPlace(
  writer: PrismaClient,
  place: { isLocked: boolean },
  author: AuthorReference,
): Promise<Refusal | undefined> {
  if (place.isLocked) return PLACE_IS_LOCKED;
  return (await postsWait(writer, author)) ? FIRST_POST_WAITS : undefined;
}
