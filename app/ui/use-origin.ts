import { createContext, useContext } from "react";

/** Set on the server only. */
export const OriginContext = createContext<string | undefined>(undefined);

/** "https://food.example.org": links for other places than the site itself are whole. */
export function useOrigin(): string {
  return useContext(OriginContext) ?? window.location.origin;
}
