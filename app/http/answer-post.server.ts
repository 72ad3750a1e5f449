import { type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import type { NewSession } from "#app/domain/members/sessions.server.ts";
import { sessionId } from "#app/domain/members/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { type Flash, flashSchema } from "./flash.server.ts";
import { visitorContext } from "./request-context.server.ts";
import { openSeal, seal } from "./sealed.server.ts";

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

const TWO_MINUTES = 120_000;

const welcomeSchema = z.object({
  to: z.string().startsWith("/"),
  flash: flashSchema,
  code: z.string(),
  handle: z.string(),
  session: z.string(),
});

type Welcome = z.infer<typeof welcomeSchema>;

function sealWelcome(welcome: Welcome): string {
  return seal("welcome", welcome, TWO_MINUTES);
}

/** "old" after two minutes, undefined when this site did not seal it. */
export function openWelcome(token: string | null): Welcome | "old" | undefined {
  const opened = openSeal("welcome", token);
  return opened?.isOver ? "old" : welcomeSchema.safeParse(opened?.value).data;
}
