import { Link } from "react-router";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

type Props = {
  hiddenReviewNotes: { withheldReason: string; withheldRule: string | null; count: number }[];
};

export function HiddenReviewNotes({ hiddenReviewNotes }: Props) {
  return hiddenReviewNotes.map(({ withheldReason, withheldRule, count }) => (
    <p className="hidden-review-note" key={`${withheldReason} ${withheldRule}`}>
      {withheldReason === "hidden" ? (
        <>
          {count === 1 ? "A review was hidden" : `${countOf(count, "review")} were hidden`}:{" "}
          {ruleWords(withheldRule)}. <Link to={paths.rule(withheldRule)}>What the rules are</Link>
        </>
      ) : (
        <>
          {count === 1
            ? "A review is being looked at."
            : `${countOf(count, "review")} are being looked at.`}{" "}
          <Link to={paths.moderationFlagged}>How that works</Link>
        </>
      )}
    </p>
  ));
}
