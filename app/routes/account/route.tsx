import { Link, redirect } from "react-router";
import { z } from "zod";
import { countUnseenAnswers } from "#app/domain/activity/answers.server.ts";
import { countUnseenNews } from "#app/domain/activity/news-seen.server.ts";
import { answersWords, unseenWords } from "#app/domain/activity/unseen-words.ts";
import { countLists } from "#app/domain/lists/own-list.server.ts";
import { findOwnAccount } from "#app/domain/members/own-account.server.ts";
import {
  endAllSessions,
  endSession,
  listOwnSessions,
} from "#app/domain/members/own-sessions.server.ts";
import { sessionId } from "#app/domain/members/sessions.server.ts";
import { forgetOnceSignedOut } from "#app/forms/forget-once-signed-out.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { replyProblems } from "#app/forms/reply-problems.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useLastResult } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { presentAccount, presentSession } from "./present.ts";
import { Sessions } from "./sessions.tsx";
import { WaysIn } from "./ways-in.tsx";
import { WhoYouAre } from "./who-you-are.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, paths.account);
  const [account, sessions, lists, news, answers, token] = await Promise.all([
    findOwnAccount(member.id),
    listOwnSessions(member.id),
    countLists(member.id),
    countUnseenNews(member.id),
    countUnseenAnswers(member.id),
    context.get(visitorContext).sessionToken(),
  ]);
  if (!account || token === undefined) throw redirect(paths.signIn(paths.account), 303);
  const now = context.get(visitorContext).now();
  return {
    ...(await openForm(context)),
    account: presentAccount(account),
    lists,
    unseen: news?.count ?? 0,
    answers: answers?.count ?? 0,
    sessions: sessions.map((session) => presentSession(session, sessionId(token), now)),
  };
}

const CHOOSE = "Choose where to sign out";

function signOutForm() {
  return z.object({
    ...tokenField,
    /** The session to end, or "every". */
    session: z.string({ error: CHOOSE }).max(64, CHOOSE),
  });
}

export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext);
  const member = await requireMember(context, paths.account);
  return submitForm({
    request,
    context,
    schema: signOutForm,
    limit: "sessions",
    async submit({ session }) {
      const token = await visitor.sessionToken();
      const isThis = session === "every" || (token !== undefined && session === sessionId(token));
      if (session === "every") await endAllSessions(member.id);
      else await endSession(member.id, session);
      if (!isThis) {
        await visitor.flash({
          text: "That browser is signed out.",
          link: { href: paths.places(), text: "See all places" },
        });
        return redirect(paths.account, 303);
      }
      await visitor.signOut();
      const text = session === "every" ? "You are signed out everywhere." : "You are signed out.";
      await visitor.flash({ text, link: { href: paths.signIn(), text: "Sign in again" } });
      return redirect(paths.places(), 303);
    },
  });
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return forgetOnceSignedOut(serverAction(), paths.places());
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, account, lists, unseen, answers, sessions, token, result } = useLastResult(
    loaderData,
    actionData,
  );
  const problems = replyProblems(result);
  return (
    <div className="account">
      <title>{`${problems.length > 0 ? "Error: " : ""}Your account · ${siteName}`}</title>
      <ErrorSummary problems={problems} attempt={actionData} />
      <header className="prose">
        <h1>Your account</h1>
        <p className="soft">Only you see this page.</p>
      </header>
      <WhoYouAre account={account} />
      <WaysIn account={account} />
      <Sessions sessions={sessions} token={token} />
      <section className="prose" aria-labelledby="data">
        <h2 id="data">What is yours</h2>
        <ul>
          <li>
            <Link to={paths.list("want")}>Places you want to try</Link> ({lists.want}), and{" "}
            <Link to={paths.list("been")}>where you have been</Link> ({lists.been})
          </li>
          <li>
            <Link to={paths.accountAnswers}>{answersWords(answers)}</Link>
          </li>
          <li>
            <Link to={paths.accountNews}>{unseenWords(unseen)}</Link>
          </li>
          <li>
            <Link to={paths.accountDeleted}>What you deleted</Link>, for as long as it can come back
          </li>
          <li>
            <a href={paths.accountDownload} download>
              Download what you posted
            </a>
          </li>
          <li>
            <Link to={paths.accountLeave}>Leave</Link>, with your reviews or without them
          </li>
        </ul>
      </section>
    </div>
  );
}
