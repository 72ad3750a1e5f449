import { Form } from "react-router";
import type { PresentedSightings } from "./present-sightings.ts";

type Props = { sightingHref: string; seen: PresentedSightings; isClosed: boolean };

/** The page is cached for everybody, so its buttons carry no form token. */
export function StillThere({ sightingHref, seen, isClosed }: Props) {
  return (
    <section className="still-there" aria-labelledby="still-there">
      <h2 id="still-there" className="visually-hidden">
        Is it still there?
      </h2>
      {isClosed ? <p>Is it open after all?</p> : <LastConfirmed seen={seen} />}
      <Form method="post" action={sightingHref} className="presses">
        <button type="submit" className="button button-quiet" name="found" value="open">
          {isClosed ? "It is open" : "Still here"}
        </button>{" "}
        {!isClosed && (
          <>
            <button type="submit" className="button button-quiet" name="found" value="closed">
              Closed
            </button>{" "}
            <button type="submit" className="button button-quiet" name="found" value="moved">
              Moved
            </button>
          </>
        )}
      </Form>
    </section>
  );
}

function LastConfirmed({ seen: { open } }: { seen: PresentedSightings }) {
  if (!open) return <p>Nobody has confirmed yet that it is open</p>;
  return (
    <p>
      Last confirmed open {open.ago} by <bdi>{open.by}</bdi>
    </p>
  );
}
