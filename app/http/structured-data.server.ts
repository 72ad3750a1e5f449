import { createContext } from "react-router";

/** Writes what a page says to search engines, in JSON-LD. Not asked where only a page's data is. */
export const structuredDataContext = createContext<(() => string) | null>(null);
