import { Form, Link } from "react-router";
import type { PresentedMerge } from "./present.ts";

export function Merged({ merges, token }: { merges: PresentedMerge[]; token: string }) {
  if (merges.length === 0) return null;
  return (
    <section className="form-section" aria-labelledby="merged">
      <h2 id="merged">Merged in the last 30 days</h2>
      <p className="soft">
        Parting two pages takes back what the merge moved, as it is now. What was written since on
        the page that stayed stays there.
      </p>
      <ul className="same-places">
        {merges.map(({ id, from, into, on, until }) => (
          <li key={id}>
            <h3>
              <bdi>{from}</bdi> into{" "}
              <Link to={into.href}>
                <bdi>{into.name}</bdi>
              </Link>
            </h3>
            <p className="soft">
              On {on}. They can be parted until {until}.
            </p>
            <Form method="post" className="actions">
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="merge" value={id} />
              <button type="submit" className="button button-quiet" name="intent" value="part">
                <span>
                  Part <bdi>{from}</bdi> from <bdi>{into.name}</bdi>
                </span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
