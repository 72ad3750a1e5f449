import { createContext, useContext } from "react";

/** Set on the server only; browsers read the name from the page's head. */
export const SiteNameContext = createContext<string | undefined>(undefined);

/** Works without loader data too, as on the page for a refused request. */
export function useSiteName(): string {
  const name = useContext(SiteNameContext);
  if (name !== undefined) return name;
  return document.querySelector("meta[name=application-name]")?.getAttribute("content") ?? "";
}
