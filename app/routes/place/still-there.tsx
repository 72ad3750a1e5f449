import { Form } from "react-router";
import type { PresentedSightings } from "./present-sightings.ts";

type Props = {
  sightingHref: string;
  sightings: PresentedSightings;
  isClosed: boolean;
};

/** The page is cached for everybody, so its buttons carry no form token. */
export function StillThere({ sightingHref, sightings, isClosed }: Props) {
  return (
    <div className="still-there">
      {isClosed ? <p>Is it open after all?</p> : <LastConfirmed sightings={sightings} />}
      <Form method="post" action={sightingHref} className="sighting-buttons">
        <button
          type="submit"
          className="button button-quiet button-small"
          name="found"
          value="open"
        >
          {isClosed ? "It is open" : "Still here"}
        </button>{" "}
        {!isClosed && (
          <>
            <button
              type="submit"
              className="button button-quiet button-small"
              name="found"
              value="closed"
            >
              Closed
            </button>{" "}
            <button
              type="submit"
              className="button button-quiet button-small"
              name="found"
              value="moved"
            >
              Moved
            </button>
          </>
        )}
      </Form>
    </div>
  );
}

function LastConfirmed({ sightings: { confirmed } }: { sightings: PresentedSightings }) {
  if (!confirmed) return <p>Nobody has confirmed yet that it is open</p>;
  return (
    <p>
      Last confirmed open {confirmed.ago} by <bdi>{confirmed.by}</bdi>
    </p>
  );
}
