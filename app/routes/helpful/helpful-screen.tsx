import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import { OneClick } from "#app/ui/one-click.tsx";

type Props = {
  siteName: string;
  href: string;
  by: string;
  place: { slug: string; name: string };
  isOwn: boolean;
  hasVoted: boolean;
};

export function HelpfulScreen({ siteName, href, by, place, isOwn, hasVoted }: Props) {
  const title = isOwn ? "That is your own review" : "Was this review helpful?";
  return (
    <div className="prose">
      <title>{`${title} · ${siteName}`}</title>
      <h1>{title}</h1>
      <p>
        {isOwn
          ? "Other people say whether what you wrote of "
          : hasVoted
            ? "You found the review of "
            : "The review of "}
        <Link to={paths.place(place.slug)}>
          <bdi>{place.name}</bdi>
        </Link>
        {isOwn ? (
          " was helpful to them."
        ) : (
          <>
            {" by "}
            <bdi>{by}</bdi>
            {hasVoted
              ? " helpful. Everybody sees the count, nobody sees who."
              : ": everybody sees the count, nobody sees who."}
          </>
        )}
      </p>
      <div className="actions">
        {!isOwn && (
          <OneClick action={href} fields={{ intent: hasVoted ? "not-helpful" : "helpful" }}>
            {hasVoted ? "Take it back" : "Helpful"}
          </OneClick>
        )}{" "}
        <Link to={paths.place(place.slug)}>
          Back to <bdi>{place.name}</bdi>
        </Link>
      </div>
    </div>
  );
}
