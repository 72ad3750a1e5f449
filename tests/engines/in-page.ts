// Each of these runs in a page: it knows its arguments and what a page has, and nothing of this file.

/** The first that is shown, matches, and says what begins with the text; undefined too until it has come to rest. */
export function findShown(css: string, text = ""): HTMLElement | undefined {
  const found = [...document.querySelectorAll<HTMLElement>(css)].find((element) => {
    const said = element.getAttribute("aria-label") ?? element.textContent ?? "";
    const isShown = element.getClientRects().length > 0;
    return isShown && said.replace(/\s+/g, " ").trim().startsWith(text);
  });
  if (!found) return undefined;
  const { left, top } = found.getBoundingClientRect();
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const place = found.getBoundingClientRect();
  // A press is aimed at where things were last painted.
  const isAtRest = place.left === left && place.top === top;
  return isAtRest && document.readyState === "complete" ? found : undefined;
}

/** Whether a press on the label that begins with the text has come through. */
export function isLabelFocused(text: string): boolean {
  return [...document.querySelectorAll("label")].some(
    (label) =>
      label.control === document.activeElement &&
      label.textContent.replace(/\s+/g, " ").trim().startsWith(text),
  );
}

export function textOf(css: string): string {
  return [...document.querySelectorAll(css)].map(({ textContent }) => textContent).join("\n");
}

export function shownValue(css: string): string | undefined {
  const control = document.querySelector<HTMLInputElement>(css);
  return control?.type === "checkbox" ? String(control.checked) : control?.value;
}

export function address(): string {
  return location.pathname + location.search;
}

/** What somebody needs who has only a failed test's message. */
export function describePage(): string {
  const fields = [...document.querySelectorAll<HTMLInputElement>("main form [name]")]
    .filter(({ type, checked }) => checked || (type !== "radio" && type !== "checkbox"))
    .map(({ name, value }) => `${name}: ${value}`);
  const said = document.querySelector("main")?.textContent ?? "";
  const focus = document.activeElement;
  return [
    `${location.pathname}${location.search}, “${document.title}”, ${document.readyState}`,
    `Focus: ${focus?.tagName} ${focus?.getAttribute("name") ?? ""}, scrolled to ${scrollY}`,
    ...fields,
    said.replace(/\s+/g, " ").slice(0, 1000),
  ].join("\n");
}

export function markAsOld(): void {
  document.documentElement.setAttribute("data-old", "");
}

/** Whether another document than the marked one is there, whole, and its scripts, if it has any, have taken it over. */
export function isNewAndReady(): { isNew: boolean; isWhole: boolean; hasScripts: boolean } {
  const keys = Object.keys(document.querySelector("main") ?? {});
  return {
    isNew: !document.documentElement.hasAttribute("data-old"),
    isWhole: document.readyState === "complete",
    hasScripts: keys.some((key) => key.startsWith("__reactProps")),
  };
}

/** Types into every field, and chooses something else than was chosen everywhere. @returns how many fields there are */
export function fillInAll(css: string, unkept: string[]): number {
  const form = document.querySelector<HTMLFormElement>(css);
  for (const fold of form?.querySelectorAll("details") ?? []) fold.open = true;
  const names = new Set<string>();
  for (const control of form?.elements ?? []) {
    const isShown = control.getClientRects().length > 0;
    const name = control.getAttribute("name") ?? "";
    if (!isShown || name === "" || unkept.includes(name)) continue;
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = 1;
      for (const type of ["input", "change"]) {
        control.dispatchEvent(new Event(type, { bubbles: true }));
      }
    } else if (control instanceof HTMLInputElement && control.type === "radio") {
      if (!control.checked) control.click();
    } else if (control instanceof HTMLInputElement && control.type === "checkbox") {
      if (!names.has(name)) control.click();
    } else if (control instanceof HTMLInputElement && control.type === "date") {
      control.value = "2026-01-02";
      control.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
      control.focus();
      control.select();
      document.execCommand("insertText", false, `${name} is “typed” here\u00a0— 7 €`);
    }
    names.add(name);
  }
  return names.size;
}

/** What is typed and chosen, by name. */
export function readForm(css: string, unkept: string[]): string[][] {
  const form = document.querySelector<HTMLFormElement>(css);
  return [...new FormData(form ?? undefined)]
    .map(([name, value]) => [name, String(value)])
    .filter(([name = ""]) => !unkept.includes(name));
}
