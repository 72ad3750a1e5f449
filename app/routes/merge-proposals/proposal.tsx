import { Form, Link } from "react-router";
import type { PresentedProposal } from "./present.ts";

type Props = { proposal: PresentedProposal; token: string };

export function Proposal({ proposal: { from, into, by, on, compareHref }, token }: Props) {
  return (
    <li>
      <h2>
        <Link to={from.href}>
          <bdi>{from.name}</bdi>
        </Link>{" "}
        into{" "}
        <Link to={into.href}>
          <bdi>{into.name}</bdi>
        </Link>
      </h2>
      {[from, into].map((place) => (
        <p key={place.slug}>
          <bdi>{place.name}</bdi>: <bdi>{place.address}</bdi>, {place.reviews}
        </p>
      ))}
      <p className="soft">
        Suggested{" "}
        {by && (
          <>
            by <bdi>{by}</bdi>{" "}
          </>
        )}
        on {on}. <Link to={compareHref}>Keep the other page instead</Link>
      </p>
      <Form method="post" className="actions">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="from" value={from.slug} />
        <input type="hidden" name="into" value={into.slug} />
        <button type="submit" className="button" name="intent" value="merge">
          <span>
            Merge, keep <bdi>{into.name}</bdi>
          </span>
        </button>{" "}
        <button type="submit" className="button button-quiet" name="intent" value="dismiss">
          Dismiss: they are two places
        </button>
      </Form>
    </li>
  );
}
