import { Link } from "react-router";
import type { PresentedChange } from "./present-history.ts";

export function Change({ change: { on, by, differences, href } }: { change: PresentedChange }) {
  return (
    <li>
      <p>
        <time dateTime={on.iso}>{on.text}</time>, {differences ? "changed" : "recommended"} by{" "}
        <bdi>{by}</bdi>
      </p>
      {differences && (
        <ul>
          {differences.map(({ label, before, after }) => (
            <li key={label}>
              {label}: <bdi>{before}</bdi> <span aria-hidden="true">→</span>{" "}
              <span className="visually-hidden">became</span> <bdi>{after}</bdi>
            </li>
          ))}
        </ul>
      )}
      {href ? (
        <Link to={href}>Compare this version with now, or restore it</Link>
      ) : (
        <p className="soft">This is how it stands.</p>
      )}
    </li>
  );
}
