import { createContext, useContext, useEffect, useRef } from "react";

/** The reference of the request being rendered, which the log has too. Only the server knows it. */
export const ReferenceContext = createContext("");

export function ErrorReference() {
  const reference = useContext(ReferenceContext);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    // A navigation that failed in the browser has none: asked for again as a page, it has.
    if (element.current?.textContent === "") window.location.reload();
  }, []);
  return (
    <p>
      If you tell somebody about it, give them this reference:{" "}
      {/* The browser keeps the server's text, although it renders none itself. */}
      <strong ref={element} suppressHydrationWarning>
        {reference}
      </strong>
    </p>
  );
}
