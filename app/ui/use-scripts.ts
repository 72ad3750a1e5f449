import { useSyncExternalStore } from "react";

/** False on the server and until hydration. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
