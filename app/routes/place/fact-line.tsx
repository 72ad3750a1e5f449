import { Link } from "react-router";
import type { PresentedFactLine } from "./present-fact-line.ts";
import type { PresentedPlace } from "./present-place-page.ts";

type Props = { facts: PresentedFactLine; cuisines: PresentedPlace["cuisines"] };

export const MOST_CUISINES = 2;

export function FactLine({ facts, cuisines }: Props) {
  return (
    <ul className="fact-line">
      {cuisines.slice(0, MOST_CUISINES).map(({ name, href }, index) => (
        <li className={index > 0 ? "wide-only" : undefined} key={href}>
          <Link to={href}>{name}</Link>
        </li>
      ))}
      <li>
        <strong>{facts.price}</strong>
      </li>
      <li>{facts.walk}</li>
      <li className={facts.isOpen ? "open" : undefined}>{facts.hours}</li>
      {facts.diets !== "" && <li>{facts.diets}</li>}
      {facts.isCashOnly && (
        <li>
          <strong>cash only</strong>
        </li>
      )}
    </ul>
  );
}
