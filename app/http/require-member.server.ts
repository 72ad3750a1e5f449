import { type RouterContextProvider, redirect } from "react-router";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { visitorContext } from "./visitor.server.ts";

/** Throws a redirect to sign-in, which leads back to the path. */
export async function requireMember(
  context: Readonly<RouterContextProvider>,
  returnTo: string,
): Promise<SignedInMember> {
  const member = await context.get(visitorContext).member();
  if (!member) throw redirect(paths.signIn(returnTo), 303);
  return member;
}
