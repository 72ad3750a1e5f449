import { Link } from "react-router";
import type { presentReview } from "./present-review.ts";

/** The way for whoever wrote a review. The page is the same for everybody, so it cannot know. */
export function OwnLinks({ forms }: Pick<ReturnType<typeof presentReview>, "forms">) {
  return (
    <p className="hint">
      If you wrote this: <Link to={forms.change}>change it</Link> or{" "}
      <Link to={forms.delete}>delete it</Link>.
    </p>
  );
}
