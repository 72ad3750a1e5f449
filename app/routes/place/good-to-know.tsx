import { Fragment } from "react";
import { Link } from "react-router";
import type { PresentedDietsAndFeatures } from "./present-diets-and-features.ts";

type Props = { dietsAndFeatures: PresentedDietsAndFeatures; factsHref: string };

export function GoodToKnow({ dietsAndFeatures: { known, unsaid }, factsHref }: Props) {
  return (
    <section aria-labelledby="good-to-know">
      <h3 id="good-to-know">Good to know</h3>
      {known.length > 0 && (
        <dl className="facts">
          {known.map(({ name, value }) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      <p className="soft">
        {unsaid && `Nobody has said yet: ${unsaid}. `}
        <Link rel="nofollow" to={factsHref}>
          {unsaid ? "Say what you know" : "Correct these facts"}
        </Link>
      </p>
    </section>
  );
}
