import { type RouterContextProvider, redirect } from "react-router";
import type { NewSession } from "#app/domain/members/sessions.server.ts";
import { sessionId } from "#app/domain/members/sessions.server.ts";
import { paths } from "#app/paths.ts";
import type { Flash } from "./flash.server.ts";
import { visitorContext } from "./request-context.server.ts";
import { seal } from "./sealed.server.ts";

type Accepted = {
  to: string;
  flash: Flash;
  handle: string;
  session?: NewSession | undefined;
  recoveryCode?: string | undefined;
};

/** A newcomer goes via a page with their recovery code, in case their browser keeps no cookies. */
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

/** What the page after a first post shows to a browser that keeps no cookies. */
export type Welcome = {
  to: string;
  flash: Flash;
  code: string;
  handle: string;
  session: string;
};

const TWO_MINUTES = 120_000;

function sealWelcome(welcome: Welcome): string {
  return seal("welcome", welcome, TWO_MINUTES);
}
