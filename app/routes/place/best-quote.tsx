import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import type { PresentedQuote } from "./present-place-page.ts";

export function BestQuote({ quote: { id, text, by, on, dish } }: { quote: PresentedQuote }) {
  return (
    <figure className="best-quote">
      <blockquote>
        <p>
          “<bdi>{text}</bdi>”
        </p>
      </blockquote>
      <figcaption>
        <Link to={paths.review(id)}>
          <bdi>{by}</bdi>
        </Link>
        {`, ${on}`}
        {dish && (
          <>
            {" · "}
            <bdi>{dish}</bdi>
          </>
        )}
      </figcaption>
    </figure>
  );
}
