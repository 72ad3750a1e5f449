import { createContext, useContext } from "react";
import { useLocation } from "react-router";

/** The reference of the current request, as in the log; empty in the browser. */
export const ReferenceContext = createContext("");

export function ErrorReference() {
  const reference = useContext(ReferenceContext);
  const { pathname, search } = useLocation();
  return (
    <>
      {/* Hydration keeps the server's text: the browser does not know the reference. */}
      <p suppressHydrationWarning>
        {reference && `If you tell somebody about it, give them this reference: ${reference}.`}
      </p>
      <p>
        <a href={pathname + search}>Try again</a>
      </p>
    </>
  );
}
