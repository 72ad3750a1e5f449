import { Form } from "react-router";
import type { PresentedSession } from "./present.ts";

type Props = { sessions: PresentedSession[]; token: string };

export function Sessions({ sessions, token }: Props) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className="sessions">
        {sessions.map(({ id, browser, since, lastUsed, isCurrent }) => (
          <li key={id}>
            <p>
              <strong>{browser}</strong>
              {isCurrent && " (this browser)"}
              <br />
              <span className="soft">
                since {since}, last used {lastUsed}
              </span>
            </p>
            <SignOut
              token={token}
              session={id}
              label="Sign out"
              what={isCurrent ? "of this browser" : `of ${browser}`}
            />
          </li>
        ))}
      </ul>
      <SignOut token={token} session="every" label="Sign out everywhere" />
      <p className="soft">A browser that is not used for 90 days is signed out by itself.</p>
    </section>
  );
}

type SignOutProps = { token: string; session: string; label: string; what?: string };

function SignOut({ token, session, label, what }: SignOutProps) {
  return (
    <Form method="post">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="session" value={session} />
      <button type="submit" className="button button-quiet">
        {label}
        {what && <span className="visually-hidden"> {what}</span>}
      </button>
    </Form>
  );
}
