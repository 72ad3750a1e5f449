import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation, useNavigate, useNavigation, useNavigationType } from "react-router";
import { forgetDraft, isDocumentAskedFor, keepDraft, readDraft, typedIn } from "#app/ui/drafts.ts";
import { useScripts } from "#app/ui/use-scripts.ts";

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

/** What is typed or ticked in a search and not sent is there after Back and a reload, as in browsers without scripts. */
export function useUnsentQuestions(): void {
  const { key } = useLocation();
  const isPop = useNavigationType() === "POP";
  const isInNewDocument = useRef(!useScripts());

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page that is shown
  useLayoutEffect(() => {
    const isAskedFor = isInNewDocument.current && isDocumentAskedFor();
    isInNewDocument.current = false;
    if (!isPop || isAskedFor) return;
    for (const form of document.forms) if (isQuestion(form)) bringBack(form);
  }, [key]);

  useEffect(() => {
    document.addEventListener("input", keep);
    document.addEventListener("submit", forget, { capture: true });
    return () => {
      document.removeEventListener("input", keep);
      document.removeEventListener("submit", forget, { capture: true });
    };
  }, []);
}

function keep({ target }: Event): void {
  const form = target instanceof HTMLElement ? target.closest("form") : null;
  if (!form || !isQuestion(form)) return;
  keepDraft({ owner: undefined, address: addressOf(form), openedAt: 0 }, typedIn(form));
}

/** It is sent, and stands in the address. */
function forget({ target }: Event): void {
  if (target instanceof HTMLFormElement && isQuestion(target)) forgetDraft(addressOf(target));
}

function bringBack(form: HTMLFormElement): void {
  const values = readDraft(addressOf(form))?.values;
  if (!values) return;
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement) || control.type === "hidden") continue;
    const { name, type, defaultValue } = control;
    if (type === "checkbox" || type === "radio") {
      if (!followsAddress(form)) control.checked = has(values, name, control.value);
    } else if (control.value === defaultValue) {
      control.value = values.find(([of]) => of === name)?.[1] ?? defaultValue;
    }
  }
}

function has(values: [string, string][], name: string, value: string): boolean {
  return values.some(([of, one]) => of === name && one === value);
}

function isQuestion({ method }: HTMLFormElement): boolean {
  return method === "get";
}

/** Its boxes apply at once, so that the address has them. */
function followsAddress({ autocomplete }: HTMLFormElement): boolean {
  return autocomplete === "off";
}

function addressOf(form: HTMLFormElement): string {
  const { pathname, search } = window.location;
  return `${pathname}?${search.slice(1)}#${new URL(form.action).pathname}`;
}
