import { useSyncExternalStore } from "react";

/** True where scripts run; never on the server, so that what needs them is not there without. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
