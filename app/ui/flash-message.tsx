import { Link } from "react-router";

type FlashLink = { href: string; text: string };

type Props = { flash: { text: string; link: FlashLink; next?: FlashLink | undefined } };

export function FlashMessage({ flash: { text, link, next } }: Props) {
  return (
    <div className="flash" role="status">
      <p>{text}</p>
      <p className="flash-links">
        <Link to={link.href}>{link.text}</Link> {next && <Link to={next.href}>{next.text}</Link>}
      </p>
    </div>
  );
}
