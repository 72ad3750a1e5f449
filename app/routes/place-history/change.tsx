import { Link } from "react-router";
import type { PresentedChange } from "./present-history.ts";

export function Change({ change }: { change: PresentedChange }) {
  const { on, by, isUndo, isAfterHidden, isRecommendation, isImport, differences, hidden, href } =
    change;
  const done = isRecommendation ? "recommended" : isImport && !differences ? "added" : "changed";
  return (
    <li>
      <p>
        <time dateTime={on.iso}>{on.text}</time>, {isUndo ? "undone" : done}{" "}
        {isImport ? "from" : "by"} <bdi>{by}</bdi>
      </p>
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
      {differences?.length === 0 && (
        <p className="soft">
          {isUndo && !isAfterHidden
            ? "What a member had said here was taken back. The facts stay as they were."
            : "Nothing differs from the last version that is shown."}
        </p>
      )}
      {hidden && (
        <p className="soft">
          A moderator has hidden what was written: <Link to={hidden.href}>{hidden.words}</Link>.
        </p>
      )}
      {!hidden && !isRecommendation && !isImport && !differences && (
        <p className="soft">What it changed is hidden with the version before it.</p>
      )}
      {href && <Link to={href}>Compare this version with now, or restore it</Link>}
      {!href && !hidden && <p className="soft">This is how it stands.</p>}
    </li>
  );
}
