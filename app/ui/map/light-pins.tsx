import { useEffect } from "react";

/**
 * Lights whatever has the number of what the pointer is over or the focus is in: a row of a list lights its pin on the map,
 * and a pin its row. Both say their number in data-place.
 */
export function LightPins() {
  useEffect(() => {
    let lit: Element[] = [];
    const light = (number: string | null) => {
      for (const element of lit) element.classList.remove("lit");
      lit = number ? [...document.querySelectorAll(`[data-place="${CSS.escape(number)}"]`)] : [];
      for (const element of lit) element.classList.add("lit");
    };
    const follow = ({ target }: Event) => light(numberAt(target));
    const forget = ({ relatedTarget }: FocusEvent | PointerEvent) => light(numberAt(relatedTarget));
    document.addEventListener("pointerover", follow);
    document.addEventListener("pointerout", forget);
    document.addEventListener("focusin", follow);
    document.addEventListener("focusout", forget);
    return () => {
      light(null);
      document.removeEventListener("pointerover", follow);
      document.removeEventListener("pointerout", forget);
      document.removeEventListener("focusin", follow);
      document.removeEventListener("focusout", forget);
    };
  }, []);
  return null;
}

function numberAt(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest("[data-place]")?.getAttribute("data-place") ?? null)
    : null;
}
