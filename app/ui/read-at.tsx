import { createContext, useContext } from "react";

declare global {
  interface Window {
    /** The address at which the browser read the page, to compare with once its scripts are there. */
    readAt?: string;
  }
}

/** Set on the server only. */
export const NonceContext = createContext<string | undefined>(undefined);

// Who goes back before there is a router sees the page before: WebKit then gives up the scripts that are on their way.
const SCRIPT =
  "readAt=location.href;onpopstate=function(){window.__reactRouterDataRouter||readAt.split(/#/)[0]==location.href.split(/#/)[0]||location.reload()}";

export function ReadAt() {
  return (
    <script nonce={useContext(NonceContext)} suppressHydrationWarning>
      {SCRIPT}
    </script>
  );
}
