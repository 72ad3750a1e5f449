import { DAY } from "#app/domain/text/dates.ts";

/** Of one field; a name may come more than once. */
type Value = [name: string, value: string];

export type Draft = { at: number; values: Value[] };

/** Owner of what is typed while signed out: only this tab has it. */
const NOBODY = "nobody";
const KEY = /^draft:([\w-]+):(.*)$/s;
const TAB_IS_SHOWN = "drafts: tab is shown";
const SIGNED_OUT_AT = "drafts: signed out at";

/** Never kept: they sign somebody in, let somebody join, or belong to one opening of the form. */
const UNKEPT = ["token", "recoveryCode", "joinCode", "homepage"];

type Kept = {
  /** An opaque key of the member; undefined when signed out. */
  owner: string | undefined;
  address: string;
  /** When the form was opened, in milliseconds: that of somebody who has signed out since is not kept. */
  openedAt: number;
};

export function keepDraft({ owner, address, openedAt }: Kept, values: Value[]): void {
  if (owner !== undefined && openedAt <= signedOutAt()) return;
  const draft: Draft = { at: Date.now(), values };
  try {
    sessionStorage.setItem(keyOf(owner, address), JSON.stringify(draft));
  } catch {
    // Full, or refused by the browser: the form works as it would without drafts.
  }
}

/** A member also finds what they typed in this tab before they signed in. Forgets what is over, and what others typed. */
export function findDraft(owner: string | undefined, address: string): Draft | undefined {
  forgetWhere((key) => ![owner, NOBODY].includes(key.owner) || !read(key.name));
  return read(keyOf(owner, address)) ?? read(keyOf(undefined, address));
}

/** Of a form that belongs to nobody, such as a search. */
export function readDraft(address: string): Draft | undefined {
  return read(keyOf(undefined, address));
}

export function forgetDraft(address: string): void {
  forgetWhere(({ name }) => name === keyOf(undefined, address));
}

export function forgetDraftsAt(path: string): void {
  forgetWhere(({ address }) => address.split("?")[0] === path);
}

/** On signing out: here at once, and in the browser's other tabs as soon as they run. */
export function forgetAllDrafts(): void {
  forgetWhere(() => true);
  try {
    localStorage.setItem(SIGNED_OUT_AT, String(Date.now()));
  } catch {
    // Other tabs forget when a form is opened in them.
  }
}

/** Of whoever has signed out in another tab. */
export function forgetDraftsOfSignedOut(): void {
  function forget() {
    const last = signedOutAt();
    forgetWhere(({ name }) => (read(name)?.at ?? 0) <= last);
  }
  forget();
  window.addEventListener("storage", ({ key }) => key === SIGNED_OUT_AT && forget());
  window.addEventListener("pageshow", forget);
}

function signedOutAt(): number {
  try {
    return Number(localStorage.getItem(SIGNED_OUT_AT) ?? 0);
  } catch {
    return 0;
  }
}

/**
 * A copy of a tab begins with a copy of its storage. It was made while the original was on the screen; a reload or a link
 * hides the page first.
 */
export function forgetDraftsOfCopiedTab(): void {
  try {
    if (sessionStorage.getItem(TAB_IS_SHOWN)) forgetWhere(({ owner }) => owner === NOBODY);
    markShown();
  } catch {
    return;
  }
  document.addEventListener("visibilitychange", markShown);
  window.addEventListener("pagehide", () => sessionStorage.removeItem(TAB_IS_SHOWN));
  window.addEventListener("pageshow", markShown);
}

/** By a link or an address, not by Back, Forward or a reload. */
export function isDocumentAskedFor(): boolean {
  const [load] = performance.getEntriesByType("navigation");
  return load instanceof PerformanceNavigationTiming && load.type === "navigate";
}

/** For `openedAt`. */
export function timeOfOpening(): number {
  return Date.now();
}

/** Milliseconds. */
export function ageOf({ at }: Draft): number {
  return Date.now() - at;
}

function markShown(): void {
  if (document.visibilityState === "visible") sessionStorage.setItem(TAB_IS_SHOWN, "yes");
  else sessionStorage.removeItem(TAB_IS_SHOWN);
}

function keyOf(owner: string | undefined, address: string): string {
  return `draft:${owner ?? NOBODY}:${address}`;
}

function read(key: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isDraft(draft) && ageOf(draft) < DAY ? draft : undefined;
  } catch {
    return undefined;
  }
}

function forgetWhere(isOver: (key: { name: string; owner: string; address: string }) => boolean) {
  try {
    for (const name of Object.keys(sessionStorage)) {
      const [, owner = "", address = ""] = KEY.exec(name) ?? [];
      if (owner !== "" && isOver({ name, owner, address })) sessionStorage.removeItem(name);
    }
  } catch {
    // The browser refuses storage, so that there is nothing to forget.
  }
}

function isDraft(draft: unknown): draft is Draft {
  return (
    typeof draft === "object" &&
    draft !== null &&
    "at" in draft &&
    typeof draft.at === "number" &&
    "values" in draft &&
    Array.isArray(draft.values) &&
    draft.values.every(isValue)
  );
}

function isValue(value: unknown): value is Value {
  return (
    Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string")
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What may be kept of a form. */
export function typedIn(form: HTMLFormElement): Value[] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && !UNKEPT.includes(name) ? [[name, value] satisfies Value] : [],
  );
}

/** Whether the fields say something else; not whether they were opened with another version. */
export function differs(values: Value[], form: HTMLFormElement): boolean {
  const said = (values: Value[]) =>
    JSON.stringify(values.filter(([name]) => name !== "version").toSorted());
  return said(values) !== said(typedIn(form));
}

export function focusFirst(form: HTMLFormElement): void {
  const isShown = (control: Control) => control.getClientRects().length > 0;
  controlsOf(form).find(isShown)?.focus();
}

export function isTouched(form: HTMLFormElement): boolean {
  return controlsOf(form).some(hasChanged);
}

/** @param onlyUntouched leaves what the browser has brought back itself, or somebody has typed since */
export function fillIn(
  form: HTMLFormElement,
  values: Value[],
  { onlyUntouched = false } = {},
): void {
  const controls = controlsOf(form);
  const touched = new Set(onlyUntouched ? controls.filter(hasChanged).map(({ name }) => name) : []);
  const left = [...values];
  for (const control of controls.filter(({ name }) => !touched.has(name))) {
    if (isTickable(control)) {
      control.checked = values.some(
        ([name, value]) => name === control.name && value === control.value,
      );
    } else {
      const index = left.findIndex(([name]) => name === control.name);
      const [, value] = index === -1 ? [] : (left.splice(index, 1)[0] ?? []);
      if (value !== undefined) control.value = value;
    }
    const fold = hasChanged(control) ? control.closest("details") : null;
    if (fold) fold.open = true;
  }
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.type !== "hidden" &&
      !UNKEPT.includes(element.name),
  );
}

function isTickable(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function hasChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const opened = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(opened, 0);
  }
  if (isTickable(control)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}
