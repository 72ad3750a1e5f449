import { reader } from "#app/db/database.server.ts";
import { findProfile } from "../members/profile.server.ts";

export type ModeratedMember = NonNullable<Awaited<ReturnType<typeof findMemberToModerate>>>;

/** @param slug of the handle that the member has, or had */
export async function findMemberToModerate(slug: string) {
  const profile = await findProfile(slug);
  return (
    profile &&
    reader().member.findUnique({
      where: { id: profile.id, leftOn: null },
      select: {
        id: true,
        handle: true,
        role: true,
        createdAt: true,
        postingStop: { select: { rule: true, words: true, createdAt: true } },
      },
    })
  );
}
