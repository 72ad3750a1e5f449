import { Link } from "react-router";
import {
  type Answer,
  countUnseenAnswers,
  listAnswers,
} from "#app/domain/activity/answers.server.ts";
import { answersWords } from "#app/domain/activity/unseen-words.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { dayAndTime } from "#app/domain/text/dates.ts";
import { acceptSeen } from "#app/forms/seen-form.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";
import type { Route } from "./+types/route";

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, paths.accountAnswers);
  const [unseen, answers] = await Promise.all([
    countUnseenAnswers(member.id),
    listAnswers(member.id),
  ]);
  const since = unseen?.since ?? new Date(0);
  return {
    siteName: describeSite().name,
    unseen: unseen?.count ?? 0,
    answers: answers.map((answer) => presentAnswer(answer, since)),
    shownUntil: answers[0]?.at.toISOString(),
  };
}

function presentAnswer({ kind, id, at, place, by, rating, other }: Answer, since: Date) {
  return {
    kind,
    id,
    isNew: at > since,
    time: { iso: at.toISOString(), text: dayAndTime(at) },
    place,
    by: by ?? undefined,
    rating: rating ?? undefined,
    other: other ?? undefined,
  };
}

type PresentedAnswer = ReturnType<typeof presentAnswer>;

export function action({ request, context }: Route.ActionArgs) {
  return acceptSeen({ request, context }, "answersSeenAt", paths.accountAnswers);
}

export default function Answers({ loaderData }: Route.ComponentProps) {
  const { siteName, unseen, answers, shownUntil } = loaderData;
  return (
    <>
      <title>{`${answersWords(unseen)} · ${siteName}`}</title>
      <header className="hero">
        <h1>{answersWords(unseen)}</h1>
        <p className="soft">
          Only you see this page: what others did with the places that you recommended or reviewed,
          and with what you flagged. <Link to={paths.account}>Your account</Link>
        </p>
        {unseen > 0 && shownUntil !== undefined && (
          <div className="new-for-you">
            <OneClick action={paths.accountAnswers} fields={{ shownUntil }}>
              Seen
            </OneClick>
          </div>
        )}
      </header>
      {answers.length === 0 ? (
        <div className="empty">
          <p>Nothing yet. Recommend a place, and what others say of it stands here.</p>
          <Link className="button" to={paths.newPlace}>
            Recommend a place
          </Link>
        </div>
      ) : (
        <ol className="news answers">
          {answers.map((answer) => (
            <li className={answer.isNew ? "is-new" : undefined} key={`${answer.kind}-${answer.id}`}>
              <p>
                {answer.isNew && <strong>New: </strong>}
                <AnswerWords answer={answer} />
              </p>
              <p className="soft">
                <time dateTime={answer.time.iso}>{answer.time.text}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function AnswerWords({ answer }: { answer: PresentedAnswer }) {
  const { kind, id, by = "Somebody", rating, other, place } = answer;
  const placeLink = place ? (
    <Link to={paths.place(place.slug)}>
      <bdi>{place.name}</bdi>
    </Link>
  ) : (
    "a place that is shown no more"
  );
  switch (kind) {
    case "review":
      return (
        <>
          <bdi>{by}</bdi> <Link to={paths.review(id)}>reviewed</Link> {placeLink}, which you
          recommended: {rating} out of 5
        </>
      );
    case "change":
      return (
        <>
          <bdi>{by}</bdi> corrected {placeLink}
          {place && (
            <>
              : <Link to={paths.placeHistory(place.slug)}>see what changed</Link>
            </>
          )}
        </>
      );
    case "flag":
      return (
        <>
          A moderator decided on what you flagged: {placeLink}.{" "}
          <Link to={paths.moderation}>What was decided</Link>
        </>
      );
    case "merge":
      return (
        <>
          <bdi>{other}</bdi> and {placeLink} are one place now, with the reviews of both
        </>
      );
  }
}
