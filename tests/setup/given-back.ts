import type { HTMLElement } from "node-html-parser";
import { expect } from "vitest";
import type { Page } from "./visitor.ts";

/** Expects a form with these problems in its summary, each linked to a control of the form. */
export function expectGivenBack(page: Page, status: number, ...problems: string[]): void {
  expect(page.status).toBe(status);
  expect(page.document.querySelector("title")?.text).toMatch(/^Error: /);
  const summary = page.document.querySelector(".error-summary");
  expect(summary?.querySelector("h2")?.text).toBe("There is a problem");
  expect(summary?.querySelectorAll("li").map((item) => item.text)).toEqual(problems);
  for (const link of summary?.querySelectorAll("a") ?? []) {
    const control = page.document.querySelector(link.getAttribute("href") ?? "none");
    expect(["input", "textarea"], `${link.text} leads to a control`).toContain(control?.rawTagName);
    expect(control?.getAttribute("aria-invalid")).toBe("true");
    const described = (control?.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => `#${id}`);
    expect(
      described.some((id) => page.document.querySelector(id)?.text === `Error: ${link.text}`),
    ).toBe(true);
  }
  expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
}

/** The fields as a browser would send them, without the token and the trap for programs. */
export function typedValues({ document }: Page): Record<string, string | string[]> {
  const entries = document.querySelectorAll("form.form input, form.form textarea").flatMap(entryOf);
  const names = [...new Set(entries.map(([name]) => name))].filter(
    (name) => !["token", "homepage"].includes(name),
  );
  return Object.fromEntries(
    names.map((name) => {
      const values = entries.filter(([other]) => other === name).map(([, value]) => value);
      return [name, name === "cuisines" ? values : (values[0] ?? "")];
    }),
  );
}

function entryOf(control: HTMLElement): [string, string][] {
  const name = control.getAttribute("name") ?? "";
  if (control.rawTagName === "textarea") return [[name, control.text]];
  const isChoice = ["radio", "checkbox"].includes(control.getAttribute("type") ?? "");
  if (isChoice && !control.hasAttribute("checked")) return [];
  return [[name, control.getAttribute("value") ?? ""]];
}
