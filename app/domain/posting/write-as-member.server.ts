import { type PrismaClient, write } from "#app/db/database.server.ts";
import { findPostingStop, type MayNotPost } from "../members/member-sql.server.ts";

/** What a member posts without a form's secret, such as a vote. Nothing is written for one who may not post. */
export function writeAsMember<Result>(
  memberId: number,
  command: (writer: PrismaClient) => Promise<Result>,
): Promise<Result | MayNotPost> {
  return write(async (writer) => {
    const stop = await findPostingStop(writer, memberId);
    return stop ? { kind: "may-not-post", ...stop } : command(writer);
  });
}

export function mayNotPost(outcome: unknown): outcome is MayNotPost {
  return (
    typeof outcome === "object" &&
    outcome !== null &&
    "kind" in outcome &&
    outcome.kind === "may-not-post"
  );
}
