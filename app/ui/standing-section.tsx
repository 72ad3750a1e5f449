import { Form, Link } from "react-router";
import { formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type Props = {
  handle: string;
  /** See findStanding. */
  standing: { has: boolean; isModerator: boolean; givenOn: string | undefined };
  token: string;
};

/** For moderators, on the page of a member. */
export function StandingSection({ handle, standing, token }: Props) {
  const { isModerator, givenOn } = standing;
  const decision = givenOn === undefined ? "give" : "take";
  return (
    <section className="standing" aria-labelledby="standing">
      <h2 id="standing">Standing</h2>
      <p>
        {standingWords(standing)} <Link to={paths.moderationStanding}>What standing is</Link>
      </p>
      {!isModerator && (
        <Form method="post" action={paths.memberStanding(handle)} className="actions">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="decision" value={decision} />
          <button type="submit" className="button button-quiet">
            <span>
              {decision === "give" ? "Give standing to " : "Take back the standing given to "}
              <bdi>{handle}</bdi>
            </span>
          </button>
        </Form>
      )}
    </section>
  );
}

function standingWords({ has, isModerator, givenOn }: Props["standing"]): string {
  if (isModerator) return "Moderators have standing: what they say of a place counts at once.";
  if (givenOn !== undefined)
    return `A moderator gave it on ${formatDay(givenOn)}: what they say of a place counts at once.`;
  return has
    ? "They have it by their reviews: what they say of a place counts at once."
    : "They have none yet. What they say of a closing, a name or an address is a report until somebody with standing agrees, and their flags put nothing aside.";
}
