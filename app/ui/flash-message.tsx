import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";

type FlashLink = { href: string; text: string };

type Flash = {
  text: string;
  link: FlashLink;
  next?: FlashLink | undefined;
  more?: { text: string; links: FlashLink[] } | undefined;
  mark: string;
};

type Props = {
  flash: Flash | undefined;
  /** Shown before the links. */
  children?: ReactNode;
};

/** The region of the message is there before it, so that it is announced as well as shown. */
export function FlashMessage({ flash, children }: Props) {
  return (
    <>
      <div role="status">{flash && <Message flash={flash} hasLinks={!children} />}</div>
      {children}
      {flash && children && <FlashLinks flash={flash} />}
    </>
  );
}

/** Where scripts render the page, they remove the cookie too, so that the message is shown once. */
function Message({ flash, hasLinks }: { flash: Flash; hasLinks: boolean }) {
  const { text, mark } = flash;
  useEffect(() => {
    // Another tab may have set a newer one.
    if (document.cookie.includes(mark)) {
      for (const name of ["flash", "__Host-flash"]) {
        // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store API
        document.cookie = `${name}=; Max-Age=0; Path=/${name === "flash" ? "" : "; Secure"}`;
      }
    }
  }, [mark]);
  return (
    <div className="flash">
      <p>{text}</p>
      {hasLinks && <FlashLinks flash={flash} />}
    </div>
  );
}

/** The next thing to do may be an address without a screen, such as another surprise. */
function FlashLinks({ flash: { link, next, more } }: { flash: Flash }) {
  return (
    <>
      <p className="flash-links">
        <Link to={link.href}>{link.text}</Link> {next && <a href={next.href}>{next.text}</a>}
      </p>
      {more && (
        <div className="flash-more">
          <p>{more.text}</p>
          <ul>
            {more.links.map(({ href, text }) => (
              <li key={href}>
                <Link to={href}>{text}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
