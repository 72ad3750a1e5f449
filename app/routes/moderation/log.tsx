import { Link } from "react-router";
import type { PresentedAction } from "./present-action.ts";

export function Log({ actions }: { actions: PresentedAction[] }) {
  if (actions.length === 0) return <p>Nothing yet.</p>;
  return (
    <ul className="log">
      {actions.map(({ id, day, subject, place, done }) => (
        <li key={id}>
          <time dateTime={day.iso}>{day.text}</time>{" "}
          <span>
            {subject === "review" && (place ? "A review of " : "A review ")}
            {place && (
              <Link to={place.href}>
                <bdi>{place.name}</bdi>
              </Link>
            )}
            {subject !== "review" && !place && `A ${subject}`} {done}
          </span>
        </li>
      ))}
    </ul>
  );
}
