import { Link } from "react-router";
import type { PresentedDeed } from "./present.ts";

type Props = { deeds: PresentedDeed[]; handle: string };

export function Deeds({ deeds, handle }: Props) {
  return (
    <table className="moderation-table deeds">
      <caption className="visually-hidden">What {handle} did, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">Where and when</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {deeds.map((deed) => (
          <Deed key={deed.key} deed={deed} />
        ))}
      </tbody>
    </table>
  );
}

function Deed({ deed: { at, what, text, differences, state, place } }: { deed: PresentedDeed }) {
  return (
    <tr>
      <td>
        <Link to={place.href}>
          <bdi>{place.label}</bdi>
        </Link>{" "}
        <time dateTime={at.iso}>{at.text}</time>
      </td>
      <td>
        <bdi>{what}</bdi>
        {state && <span className="soft"> ({state})</span>}
        {text !== undefined && (
          <blockquote className="review-body" dir="auto">
            {text}
          </blockquote>
        )}
        {differences.length > 0 && (
          <ul>
            {differences.map(({ label, before, after }) => (
              <li key={label}>
                {label}: <bdi>{before}</bdi> <span aria-hidden="true">→</span>{" "}
                <span className="visually-hidden">became</span> <bdi>{after}</bdi>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
