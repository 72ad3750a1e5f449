import type { PrismaClient } from "#app/db/database.server.ts";
import { type AuthorReference, stop } from "../posting/post-once.server.ts";
import { postsWait } from "./waiting-posts.server.ts";

/**
 * Why somebody may not change what is said of a place, or say how they found it: it is locked, or they are new on a site
 * that looks at first posts, where only reviews and places can wait. Undefined where they may.
 */
export async function refuseAtPlace(
  writer: PrismaClient,
  place: { isLocked: boolean },
  author: AuthorReference,
) {
  if (place.isLocked) return stop({ kind: "locked" });
  return (await postsWait(writer, author)) ? stop({ kind: "review-first" }) : undefined;
}
