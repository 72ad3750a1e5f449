import { Fragment } from "react";
import type { PresentedDietsAndFeatures } from "./present-diets-and-features.ts";

type Props = { known: PresentedDietsAndFeatures["known"] };

export function GoodToKnow({ known }: Props) {
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="good-to-know">
      <h3 className="visually-hidden" id="good-to-know">
        Good to know
      </h3>
      <dl className="facts">
        {known.map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
