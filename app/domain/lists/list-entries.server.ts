import { type PrismaClient, reader, storedMoment } from "#app/db/database.server.ts";
import type { MayNotPost } from "../members/member-sql.server.ts";
import { type Author, plan, postOnce, stop } from "../posting/post-once.server.ts";
import { mayNotPost, writeAsMember } from "../posting/write-as-member.server.ts";
import type { ListName } from "./list-name.ts";
import { listStatements } from "./list-statements.server.ts";

type ListChoice = ListName | "neither";

type ListOutcome = "done" | "no-such-place" | "signed-out" | MayNotPost;

type Choice = { slug: string; memberId: number; choice: ListChoice };

/** Takes the place off the other list. A withheld place stays where it is. */
export async function chooseList(
  { slug, memberId, choice }: Choice,
  now = new Date(),
): Promise<ListOutcome> {
  const changed = await writeAsMember(memberId, (writer) =>
    writer.$transaction([
      writer.$executeRaw`
        DELETE FROM list_entries WHERE member_id = ${memberId} AND list <> ${choice}
          AND place_id = (SELECT id FROM places WHERE slug = ${slug} AND withheld_reason IS NULL)`,
      ...(choice === "neither" ? [] : [putOnList(writer, { slug, memberId, list: choice }, now)]),
    ]),
  );
  if (mayNotPost(changed)) return changed;
  if (changed.some((rows) => rows > 0)) return "done";
  const [place, members] = await Promise.all([
    findListedPlace(slug),
    reader().member.count({ where: { id: memberId, leftOn: null } }),
  ]);
  if (!place) return "no-such-place";
  return members === 0 ? "signed-out" : "done";
}

type KeptBy = { author: Author; formSecret: string };

/** As the first thing that somebody does here, too: nothing of it is shown, but how many want to try a place. */
export function keepOnList(
  { slug, list }: { slug: string; list: ListName },
  { author, formSecret }: KeptBy,
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const isShown = { slug, withheldReason: null };
    if ((await writer.place.count({ where: isShown })) === 0) return stop({ kind: "missing" });
    return plan({ place: slug }, [
      ...listStatements(writer, { slug, list }, member, now),
      writer.place.findFirstOrThrow({ where: isShown, select: { id: true } }),
    ]);
  });
}

type Entry = { slug: string; memberId: number; list: ListName };

function putOnList(writer: PrismaClient, { slug, memberId, list }: Entry, now: Date) {
  return writer.$executeRaw`
    INSERT INTO list_entries (member_id, list, place_id, created_at)
    SELECT members.id, ${list}, places.id, ${storedMoment(now)} FROM places JOIN members ON members.id = ${memberId}
    WHERE members.left_on IS NULL AND places.slug = ${slug} AND places.withheld_reason IS NULL
    ON CONFLICT DO NOTHING`;
}

export function findListedPlace(slug: string) {
  return reader().place.findFirst({
    where: { slug, withheldReason: null },
    select: { id: true, slug: true, name: true },
  });
}

export async function findOwnChoice(memberId: number, placeId: number): Promise<ListChoice> {
  const entry = await reader().listEntry.findFirst({
    where: { memberId, placeId },
    select: { list: true },
  });
  return entry?.list === "want" || entry?.list === "been" ? entry.list : "neither";
}
