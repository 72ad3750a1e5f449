import { Link } from "react-router";
import type { PresentedMerge } from "./present-history.ts";

export function MergeNotes({ merges }: { merges: PresentedMerge[] }) {
  if (merges.length === 0) return null;
  return (
    <ul className="page-notes soft">
      {merges.map(({ id, name, href, on, undoneOn }) => (
        <li key={id}>
          On {on} this page and {name ? <OtherPage name={name} href={href} /> : "another page"}{" "}
          became one.{undoneOn && ` A moderator parted them again on ${undoneOn}.`}
        </li>
      ))}
    </ul>
  );
}

function OtherPage({ name, href }: { name: string; href: string | undefined }) {
  const words = <bdi>{name}</bdi>;
  return href ? <Link to={href}>{words}</Link> : words;
}
