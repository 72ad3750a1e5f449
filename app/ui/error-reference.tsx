import { createContext, useContext } from "react";
import { useLocation } from "react-router";

/** The reference of the request being rendered, which the log has too. Only the server knows it. */
export const ReferenceContext = createContext("");

export function ErrorReference() {
  const reference = useContext(ReferenceContext);
  const { pathname, search } = useLocation();
  return (
    <>
      {/* The browser keeps the server's text, although it knows no reference itself. */}
      <p suppressHydrationWarning>
        {reference && `If you tell somebody about it, give them this reference: ${reference}.`}
      </p>
      <p>
        <a href={pathname + search}>Try again</a>
      </p>
    </>
  );
}
