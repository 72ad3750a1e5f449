import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";

type FlashLink = { href: string; text: string };

type Props = {
  flash: {
    text: string;
    link: FlashLink;
    more?: { text: string; links: FlashLink[] } | undefined;
    mark: string;
  };
  /** Shown before the links. */
  children?: ReactNode;
};

/** Where scripts render the page, they remove the cookie too, so that the message is shown once. */
export function FlashMessage({ flash: { text, link, more, mark }, children }: Props) {
  useEffect(() => {
    // Another tab may have set a newer one.
    if (document.cookie.includes(mark)) {
      for (const name of ["flash", "__Host-flash"]) {
        // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API
        document.cookie = `${name}=; Max-Age=0; Path=/${name === "flash" ? "" : "; Secure"}`;
      }
    }
  }, [mark]);
  const links = (
    <>
      <p className="flash-links">
        <Link to={link.href}>{link.text}</Link>
      </p>
      {more && (
        <div className="flash-more">
          <p>{more.text}</p>
          <ul>
            {more.links.map(({ href, text: words }) => (
              <li key={href}>
                <Link to={href}>{words}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
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
