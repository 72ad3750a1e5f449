import { data, type RouterContextProvider } from "react-router";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Authored } from "./form-schema.ts";
import { MEMBERS, type PostForm, postFormAs } from "./post-members-form.server.ts";

/** Beside what is said after a moderator has done something. */
export const LOG_LINK = { href: paths.moderationLog(), text: "See the log" };

/** Throws a 404 for everybody else. */
export async function requireModerator(
  context: Readonly<RouterContextProvider>,
): Promise<SignedInMember> {
  const member = await context.get(visitorContext).member();
  if (!member || !(await isModerator(member.id))) throw data(null, { status: 404 });
  return member;
}

export function postModeratorsForm<Output extends Authored, Input>(
  form: PostForm<Output, Input, number>,
) {
  return postFormAs(form, { ...MEMBERS, require: requireModerator });
}
