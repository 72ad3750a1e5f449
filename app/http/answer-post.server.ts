import { type RouterContextProvider, redirect } from "react-router";
import { sessionId } from "#app/domain/members/own-sessions.server.ts";
import type { NewSession } from "#app/domain/members/sessions.server.ts";
import { paths } from "#app/paths.ts";
import type { Flash } from "./flash.server.ts";
import { visitorContext } from "./visitor.server.ts";
import { sealWelcome } from "./welcome.server.ts";

/** Somebody whose first post made them a member. */
type Newcomer = { session: NewSession; code: string; handle: string };

type Accepted = {
  /** The path of the page that shows what was posted. */
  to: string;
  flash: Flash;
  newcomer: Newcomer | undefined;
};

/** Who a post made a member, if anybody. */
export function readNewcomer(
  posted: { session?: NewSession; recoveryCode?: string },
  handle: string,
): Newcomer | undefined {
  const { session, recoveryCode: code } = posted;
  return session && code !== undefined ? { session, code, handle } : undefined;
}

/**
 * Answers a post that was accepted: says so, and leads to it. A newcomer is signed in, and led by a page that shows them
 * their recovery code where their browser keeps no cookies.
 */
export async function answerPost(
  context: Readonly<RouterContextProvider>,
  { to, flash, newcomer }: Accepted,
): Promise<Response> {
  const visitor = context.get(visitorContext);
  await visitor.flash(flash, { showsCode: newcomer !== undefined });
  if (!newcomer) return redirect(to, 303);
  const { session, code, handle } = newcomer;
  await visitor.signIn(session);
  await visitor.keepCode({ code, handle });
  const token = sealWelcome({ to, flash, code, handle, session: sessionId(session.token) });
  return redirect(paths.welcome(token), 303);
}
