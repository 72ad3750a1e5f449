import { type RouterContextProvider, redirect } from "react-router";
import { sessionId } from "#app/domain/members/own-sessions.server.ts";
import type { NewSession } from "#app/domain/members/sessions.server.ts";
import { paths } from "#app/paths.ts";
import type { Flash } from "./flash.server.ts";
import { visitorContext } from "./visitor.server.ts";
import { sealWelcome } from "./welcome.server.ts";

type Accepted = {
  /** The path of the page that shows what was posted. */
  to: string;
  flash: Flash;
  /** Whom it was posted as. */
  handle: string;
  /** With a first post: how its author is signed in on this browser, and by which code on others. */
  session?: NewSession | undefined;
  recoveryCode?: string | undefined;
};

/**
 * Answers a post that was accepted: says so, and leads to it. A newcomer is signed in, and led by a page that shows them
 * their recovery code where their browser keeps no cookies.
 */
export async function answerPost(
  context: Readonly<RouterContextProvider>,
  { to, flash, handle, session, recoveryCode: code }: Accepted,
): Promise<Response> {
  const visitor = context.get(visitorContext);
  const isFirst = session !== undefined && code !== undefined;
  await visitor.flash(flash, { showsCode: isFirst });
  if (!isFirst) return redirect(to, 303);
  await visitor.signIn(session);
  await visitor.keepCode({ code, handle });
  const token = sealWelcome({ to, flash, code, handle, session: sessionId(session.token) });
  return redirect(paths.welcome(token), 303);
}
