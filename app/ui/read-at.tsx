import { createContext, useContext } from "react";

declare global {
  interface Window {
    /** The address at which the browser read the page, to compare with once its scripts are there. */
    readAt?: string;
  }
}

/** Set on the server only. */
export const NonceContext = createContext<string | undefined>(undefined);

export function ReadAt() {
  return (
    <script nonce={useContext(NonceContext)} suppressHydrationWarning>
      readAt=location.href
    </script>
  );
}
