import { Link } from "react-router";

type Props = { duplicates: { href: string; name: string }[] };

export function MergeNotice({ duplicates }: Props) {
  return duplicates.map(({ href, name }) => (
    <div className="notice" key={href}>
      <p>
        Somebody says that this is the same place as{" "}
        <Link to={href}>
          <bdi>{name}</bdi>
        </Link>
        . A moderator will look.
      </p>
    </div>
  ));
}
