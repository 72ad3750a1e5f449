import { type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import type { NewSession } from "#app/domain/members/sessions.server.ts";
import { sessionId } from "#app/domain/members/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { type Flash, flashSchema } from "./flash.server.ts";
import { openSeal, seal } from "./sealed.server.ts";
import { visitorContext } from "./visitor.server.ts";

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

const TWO_MINUTES = 120_000;

const welcomeSchema = z.object({
  /** The path of the page that shows what was posted. */
  to: z.string().startsWith("/"),
  flash: flashSchema,
  code: z.string(),
  handle: z.string(),
  /** The id of the session that the newcomer was given. */
  session: z.string(),
});

type Welcome = z.infer<typeof welcomeSchema>;

/** Seals what a newcomer is to see when their browser keeps no cookies, to go into an address for two minutes. */
function sealWelcome(welcome: Welcome): string {
  return seal("welcome", welcome, TWO_MINUTES);
}

/** What was sealed for a newcomer; "old" when its two minutes are over, and undefined when this site did not seal it. */
export function openWelcome(token: string | null): Welcome | "old" | undefined {
  const opened = openSeal("welcome", token);
  return opened?.isOver ? "old" : welcomeSchema.safeParse(opened?.value).data;
}
