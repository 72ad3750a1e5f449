import type { PrismaClient } from "#app/db/database.server.ts";
import { handleKey } from "../members/handle.ts";
import type { PostingStop } from "../members/member-sql.server.ts";
import { liftStatements, stopStatements } from "../moderation/stop-member.server.ts";
import { canBeParted } from "./merges-of-member.server.ts";
import { undoesAnything } from "./plan-undo.server.ts";
import { previewUndo } from "./preview-undo.server.ts";
import { restoreFlagged, undoMember } from "./undo-member.server.ts";

type Named = { handle: string };

/** What an operator does by a command: with a connection of its own, and no moderator in the log. */
export async function stopByOperator(
  database: PrismaClient,
  typed: string,
  why: PostingStop,
  now = new Date(),
): Promise<(Named & { outcome: "stopped" | "stopped-already" | "is-moderator" }) | undefined> {
  const member = await findMember(database, typed);
  if (!member) return undefined;
  const { id: memberId, handle, role, postingStop } = member;
  if (role === "moderator") return { handle, outcome: "is-moderator" };
  if (postingStop) return { handle, outcome: "stopped-already" };
  await database.$transaction(stopStatements(database, { memberId, moderatorId: null, now }, why));
  return { handle, outcome: "stopped" };
}

export async function previewByOperator(
  database: PrismaClient,
  typed: string,
  since: Date,
  now = new Date(),
) {
  const member = await findMember(database, typed);
  if (!member) return undefined;
  const { plans, more, merges, reviewed } = await previewUndo(
    { memberId: member.id, since, now },
    database,
  );
  const others = more === 0 ? [] : [`${more} more`];
  return {
    handle: member.handle,
    places: [...plans.filter(undoesAnything).map(({ place }) => place.name), ...others],
    merges: merges.filter(canBeParted).length,
    reviews: reviewed,
  };
}

export async function undoByOperator(
  database: PrismaClient,
  typed: string,
  { since, rule }: { since: Date; rule?: string | undefined },
  now = new Date(),
): Promise<(Named & { things: number }) | undefined> {
  const member = await findMember(database, typed);
  if (!member) return undefined;
  const undone = await undoMember(
    { memberId: member.id, since, now },
    { moderatorId: null, hide: rule === undefined ? undefined : { rule } },
    (command) => command(database),
  );
  return { handle: member.handle, things: undone.kind === "posted" ? undone.things : 0 };
}

/** Lifts a stop, and shows again what their flags hid. */
export async function restoreByOperator(
  database: PrismaClient,
  typed: string,
  now = new Date(),
): Promise<(Named & { isLifted: boolean; things: number }) | undefined> {
  const member = await findMember(database, typed);
  if (!member) return undefined;
  const { id: memberId, handle, postingStop } = member;
  const operator = { moderatorId: null };
  if (postingStop) {
    await database.$transaction(liftStatements(database, { memberId, ...operator, now }));
  }
  const restored = await restoreFlagged({ memberId, now }, operator, (command) =>
    command(database),
  );
  const things = restored.kind === "posted" ? restored.things : 0;
  return { handle, isLifted: postingStop !== null, things };
}

function findMember(database: PrismaClient, typed: string) {
  return database.member.findFirst({
    where: { handleKey: handleKey(typed), leftOn: null },
    select: { id: true, handle: true, role: true, postingStop: { select: { memberId: true } } },
  });
}
