import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";

type FlashLink = { href: string; text: string };

type Props = {
  flash: { text: string; link: FlashLink; next?: FlashLink | undefined; mark: string };
  /** What is to be read before a link leads away. */
  children?: ReactNode;
};

/** Says what was just done, once: a page that scripts have made removes the flash's cookie itself. */
export function FlashMessage({ flash: { text, link, next, mark }, children }: Props) {
  useEffect(() => {
    // Another tab may have a newer one by now.
    if (document.cookie.includes(mark)) {
      // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API
      document.cookie = "flash=; Max-Age=0; Path=/";
    }
  }, [mark]);
  const links = (
    <p className="flash-links">
      <Link to={link.href}>{link.text}</Link> {next && <Link to={next.href}>{next.text}</Link>}
    </p>
  );
  return (
    <>
      <div className="flash" role="status">
        <p>{text}</p>
        {!children && links}
      </div>
      {children}
      {children && links}
    </>
  );
}
