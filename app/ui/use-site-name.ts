import { createContext, useContext } from "react";

/** The site's name on the server. Browsers read it in the page's head. */
export const SiteNameContext = createContext<string | undefined>(undefined);

/** The site's name, also on a page of whose loaders none ran, such as one that says why a request was refused. */
export function useSiteName(): string {
  const name = useContext(SiteNameContext);
  if (name !== undefined) return name;
  return document.querySelector("meta[name=application-name]")?.getAttribute("content") ?? "";
}
