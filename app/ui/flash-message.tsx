import { Link } from "react-router";

type Props = { flash: { text: string; link: { href: string; text: string } } };

export function FlashMessage({ flash: { text, link } }: Props) {
  return (
    <div className="flash" role="status">
      <p>{text}</p>
      <Link to={link.href}>{link.text}</Link>
    </div>
  );
}
