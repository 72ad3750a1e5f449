import { type RouterContextProvider, redirect } from "react-router";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { visitorContext } from "./request-context.server.ts";

/** For what a stolen session must not do. Throws a redirect to where they prove again who they are. */
export async function requireConfirmed(
  context: Readonly<RouterContextProvider>,
  returnTo: string,
): Promise<SignedInMember> {
  const member = await requireMember(context, returnTo);
  if (await context.get(visitorContext).isConfirmed()) return member;
  throw redirect(paths.accountConfirm(returnTo), 303);
}

/** Throws a redirect to sign-in, which leads back to the path. */
export async function requireMember(
  context: Readonly<RouterContextProvider>,
  returnTo: string,
): Promise<SignedInMember> {
  const member = await context.get(visitorContext).member();
  if (!member) throw redirect(paths.signIn(returnTo), 303);
  return member;
}
