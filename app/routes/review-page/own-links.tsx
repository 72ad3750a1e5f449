import { Link } from "react-router";
import type { presentReview } from "./present-review.ts";

/** The page is cached for everybody, so it cannot know whether its reader is the author. */
export function OwnLinks({ forms }: Pick<ReturnType<typeof presentReview>, "forms">) {
  return (
    <p className="hint">
      If you wrote this:{" "}
      <Link rel="nofollow" to={forms.change}>
        change it
      </Link>{" "}
      or{" "}
      <Link rel="nofollow" to={forms.delete}>
        delete it
      </Link>
      .
    </p>
  );
}
