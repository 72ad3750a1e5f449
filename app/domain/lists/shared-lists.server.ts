import { randomBytes } from "node:crypto";
import { z } from "zod";
import { reader, storedMoment, write } from "#app/db/database.server.ts";
import { isApproved, type MayNotPost } from "../members/member-sql.server.ts";
import { mayNotPost, writeAsMember } from "../posting/write-as-member.server.ts";
import type { OwnList } from "./list-name.ts";
import { listNameSchema } from "./list-name-schema.ts";

/** A link of 192 random bits. Returns whether the list has one now. */
export async function shareList(
  { memberId, list }: OwnList,
  now = new Date(),
): Promise<boolean | MayNotPost> {
  const token = randomBytes(24).toString("base64url");
  const shared = await writeAsMember(
    memberId,
    (writer) => writer.$executeRaw`
      INSERT INTO shared_lists (member_id, list, token, created_at)
      SELECT id, ${list}, ${token}, ${storedMoment(now)} FROM members WHERE id = ${memberId} AND left_on IS NULL
      ON CONFLICT DO NOTHING`,
  );
  if (mayNotPost(shared)) return shared;
  return (await findShareToken({ memberId, list })) !== undefined;
}

export async function stopSharing({ memberId, list }: OwnList): Promise<void> {
  await write((writer) => writer.sharedList.deleteMany({ where: { memberId, list } }));
}

export async function findShareToken({ memberId, list }: OwnList): Promise<string | undefined> {
  const shared = await reader().sharedList.findUnique({
    where: { memberId_list: { memberId, list } },
    select: { token: true },
  });
  return shared?.token;
}

const sharedList = z.array(
  z.object({ memberId: z.coerce.number(), list: listNameSchema, handle: z.string() }),
);

export async function findSharedList(
  token: string,
): Promise<(OwnList & { handle: string }) | undefined> {
  const rows = await reader().$queryRaw`
    SELECT shared_lists.member_id AS memberId, list, handle
    FROM shared_lists JOIN members ON members.id = shared_lists.member_id
    WHERE token = ${token} AND left_on IS NULL AND ${isApproved()}`;
  return sharedList.parse(rows)[0];
}
