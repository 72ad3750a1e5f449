import { Link } from "react-router";
import type { PresentedChange } from "./present-history.ts";

export function Change({ change }: { change: PresentedChange }) {
  const { on, by, isUndo, differences, href } = change;
  const done = differences ? "changed" : "recommended";
  return (
    <li>
      <p>
        <time dateTime={on.iso}>{on.text}</time>, {isUndo ? "undone" : done} by <bdi>{by}</bdi>
      </p>
      {isUndo && differences?.length === 0 && (
        <p className="soft">
          What a member had said here was taken back. The facts stay as they were.
        </p>
      )}
      {differences && differences.length > 0 && (
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
