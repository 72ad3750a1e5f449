import { Link } from "react-router";

type Props = { label: string; choices: { words: string; href: string; isOn: boolean }[] };

export function ChoiceLinks({ label, choices }: Props) {
  return (
    <nav aria-label={label}>
      <ul className="row">
        {choices.map(({ words, href, isOn }) => (
          <li key={words}>
            <Link
              className="preset"
              rel="nofollow"
              to={href}
              aria-current={isOn ? "true" : undefined}
              preventScrollReset
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
