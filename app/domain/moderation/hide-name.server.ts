import { type PrismaClient, reader } from "#app/db/database.server.ts";
import { hashHandle } from "../members/gone-names.server.ts";
import { handleKey, neutralHandle } from "../members/handle.ts";
import { handleSkeleton } from "../members/handle-letters.server.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { isModeratorNow, onlyIfModerator } from "./moderators.server.ts";
import type { Rule } from "./rules.ts";

export type NameToHide =
  | { what: "handle" | "cohort" }
  /** @param key a folded handle */
  | { what: "former-handle"; key: string };

/** What a moderator may hide of a member, by their handle in any spelling. */
export async function findNames(handle: string, database: PrismaClient = reader()) {
  const member = await database.member.findFirst({
    where: { handleKey: handleKey(handle), leftOn: null },
    select: {
      id: true,
      handle: true,
      cohort: true,
      formerHandles: { orderBy: { createdAt: "asc" }, select: { handleKey: true } },
    },
  });
  return member ?? undefined;
}

/**
 * The member gets a neutral handle and may choose another. No other member can take the one that
 * is hidden; its member still signs in by it.
 */
export function hideName(
  handle: string,
  { name, rule }: { name: NameToHide; rule: Rule },
  moderatorId: number,
  formSecret: string,
  now = new Date(),
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const member = await findNames(handle, writer);
    if (!member) return stop({ kind: "missing" });
    const changes = await hidingStatements(writer, member, name);
    if (!changes) return stop({ kind: "decided-meanwhile" });
    const { hidden, statements } = changes;
    return plan({}, [
      writer.moderationAction.create({
        data: {
          action: `hide-${name.what}`,
          subject: "member",
          rule,
          moderatorId,
          memberId: member.id,
        },
      }),
      ...statements,
      writer.goneName.create({
        data: {
          memberId: member.id,
          rule,
          goneAt: now,
          ...(hidden === undefined
            ? { kind: "cohort" }
            : { kind: "handle", ...hashHandle(hidden) }),
        },
      }),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

type Names = NonNullable<Awaited<ReturnType<typeof findNames>>>;

async function hidingStatements(
  writer: PrismaClient,
  { id, handle, cohort, formerHandles }: Names,
  name: NameToHide,
) {
  const forgetLook = (hidden: string) =>
    writer.handleSkeleton.deleteMany({
      where: { memberId: id, skeleton: handleSkeleton(hidden) },
    });
  switch (name.what) {
    case "handle": {
      const neutral = await findFreeNeutral(writer, id);
      const data = { handle: neutral, handleKey: handleKey(neutral) };
      const renamed = writer.member.update({ where: { id, handle }, data });
      return { hidden: handle, statements: [renamed, forgetLook(handle)] };
    }
    case "cohort": {
      if (cohort === null) return undefined;
      const emptied = writer.member.update({ where: { id, cohort }, data: { cohort: null } });
      return { hidden: undefined, statements: [emptied] };
    }
    case "former-handle": {
      const { key } = name;
      if (!formerHandles.some((former) => former.handleKey === key)) return undefined;
      const removed = writer.formerHandle.delete({ where: { handleKey: key, memberId: id } });
      return { hidden: key, statements: [removed, forgetLook(key)] };
    }
  }
}

const STEP = 1_000_000;

/** Somebody may have had such a handle before they were kept for this. */
async function findFreeNeutral(writer: PrismaClient, id: number): Promise<string> {
  for (let number = id; ; number += STEP) {
    const neutral = neutralHandle(number);
    const where = { handleKey: handleKey(neutral) };
    const taken = await writer.member.count({ where });
    if (taken + (await writer.formerHandle.count({ where })) === 0) return neutral;
  }
}
