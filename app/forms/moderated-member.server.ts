import { data, type RouterContextProvider } from "react-router";
import {
  findMemberToModerate,
  type ModeratedMember,
} from "#app/domain/moderation/moderated-member.server.ts";
import { requireModerator } from "./moderators-form.server.ts";

/** Throws a 404 for a handle that nobody has, and for those who do not moderate. */
export async function moderatedMember(
  context: Readonly<RouterContextProvider>,
  handle: string,
): Promise<ModeratedMember> {
  await requireModerator(context);
  const member = await findMemberToModerate(handle);
  if (!member) throw data(null, { status: 404 });
  return member;
}
