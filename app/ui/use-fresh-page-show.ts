import { useEffect } from "react";
import { useLocation, useNavigate, useNavigation } from "react-router";

/** A page that was left while it waited for an answer comes back still waiting, from the browser's back/forward cache. */
export function useFreshPageShow(): void {
  const isWaiting = useNavigation().state !== "idle";
  const location = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    function askAnew({ persisted }: PageTransitionEvent) {
      if (!persisted || !isWaiting) return;
      navigate(location, { replace: true, preventScrollReset: true, state: location.state });
    }
    window.addEventListener("pageshow", askAnew);
    return () => window.removeEventListener("pageshow", askAnew);
  }, [isWaiting, location, navigate]);
}
