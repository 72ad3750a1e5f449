import { Form, Link } from "react-router";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type Stop = { rule: string; words: string; since: string };

export function presentStop({
  rule,
  words,
  createdAt,
}: {
  rule: string;
  words: string;
  createdAt: Date;
}): Stop {
  return { rule: ruleWords(rule), words, since: formatDay(dayInLondon(createdAt)) };
}

type Props = {
  member: {
    handle: string;
    isModerator: boolean;
    stop: Stop | undefined;
    hiddenByFlags: number;
  };
  token: string;
};

/** What a moderator can do about a member. */
export function Steps({ member, token }: Props) {
  const { handle, isModerator, stop, hiddenByFlags } = member;
  return (
    <section className="member-steps" aria-labelledby="steps">
      <h2 id="steps">What you can do</h2>
      {stop && (
        <div className="notice">
          <p>
            A moderator stopped them on {stop.since}: {stop.rule}. They were told:{" "}
            <q dir="auto">{stop.words}</q>
          </p>
          <Press token={token} intent="lift-stop">
            Let <bdi>{handle}</bdi> post again
          </Press>
        </div>
      )}
      {isModerator && (
        <p>
          Moderators cannot be stopped here: ask the operator of the site to take the role away
          first.
        </p>
      )}
      <div className="actions">
        {!stop && !isModerator && (
          <Link className="button" to={paths.moderateMemberStop(handle)}>
            <span>
              Stop <bdi>{handle}</bdi> posting
            </span>
          </Link>
        )}{" "}
        <Link className="button button-quiet" to={paths.moderateMemberUndo(handle)}>
          <span>
            Undo what <bdi>{handle}</bdi> did
          </span>
        </Link>{" "}
        {hiddenByFlags > 0 && (
          <Press token={token} intent="restore">
            Show again {countOf(hiddenByFlags, "thing")} that <bdi>{handle}</bdi>’s flags hid
          </Press>
        )}
      </div>
    </section>
  );
}

type PressProps = { token: string; intent: string; children: React.ReactNode };

function Press({ token, intent, children }: PressProps) {
  return (
    <Form method="post">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="intent" value={intent} />
      <button type="submit" className="button button-quiet">
        <span>{children}</span>
      </button>
    </Form>
  );
}
