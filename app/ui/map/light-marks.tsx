import { useEffect } from "react";

/** Pointing at a row or focusing it lights its mark, and the reverse: both have data-place, a mark for several the numbers of all. */
export function LightMarks() {
  useEffect(() => {
    let lit: Element[] = [];
    const light = (numbers: string[]) => {
      for (const element of lit) element.classList.remove("lit");
      lit = numbers.flatMap((number) => [
        ...document.querySelectorAll(`[data-place~="${CSS.escape(number)}"]`),
      ]);
      for (const element of lit) element.classList.add("lit");
    };
    const follow = ({ target }: Event) => light(numbersAt(target));
    const forget = ({ relatedTarget }: FocusEvent | PointerEvent) =>
      light(numbersAt(relatedTarget));
    document.addEventListener("pointerover", follow);
    document.addEventListener("pointerout", forget);
    document.addEventListener("focusin", follow);
    document.addEventListener("focusout", forget);
    return () => {
      light([]);
      document.removeEventListener("pointerover", follow);
      document.removeEventListener("pointerout", forget);
      document.removeEventListener("focusin", follow);
      document.removeEventListener("focusout", forget);
    };
  }, []);
  return null;
}

function numbersAt(target: EventTarget | null): string[] {
  const marked = target instanceof Element ? target.closest("[data-place]") : null;
  return marked?.getAttribute("data-place")?.split(" ") ?? [];
}
