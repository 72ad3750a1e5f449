import { useEffect } from "react";

/** Lights the pin of the row that is pointed at or has the focus, and the row of the pin. */
export function LightPins() {
  useEffect(() => {
    function light({ target }: Event) {
      const number = target instanceof Element ? target.closest("[data-place]")?.getAttribute("data-place") : undefined;
      for (const element of document.querySelectorAll("[data-place]")) {
        element.classList.toggle("lit", element.getAttribute("data-place") === number);
      }
    }
    document.addEventListener("pointerover", light);
    document.addEventListener("focusin", light);
    return () => {
      document.removeEventListener("pointerover", light);
      document.removeEventListener("focusin", light);
    };
  }, []);
  return null;
}
