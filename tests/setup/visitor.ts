import { type HTMLElement, parse } from "node-html-parser";
import { ORIGIN } from "./site.ts";

type Fields = Record<string, string | string[]>;

export type Page = {
  status: number;
  headers: Headers;
  html: string;
  document: HTMLElement;
  location: string | null;
};

/** The form for a new place as a whole, of a place that is like no other. */
export const WHOLE_PLACE_FORM =
  "/places/new?name=Qqqq&street=1+Nowhere&postcode=ZZ0+0ZZ&differentPlace=yes";

/** Where the form is that a path takes. */
const formPath = (path: string) => (path === "/places/new" ? WHOLE_PLACE_FORM : path);

/** A visitor's browser without JavaScript: it keeps cookies and sends Origin with forms, as browsers do. */
export class TestVisitor {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly cookies = new Map<string, string>();

  constructor(fetch: (request: Request) => Promise<Response>) {
    this.#fetch = fetch;
  }

  /** Asks for a path. Redirects are not followed. */
  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.send(new Request(new URL(path, ORIGIN), { headers }));
  }

  /** Posts fields as a form of the site would. */
  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Page> {
    return this.send(formRequest(path, fields, headers));
  }

  /** Posts fields, and does not follow a first post past its welcome. */
  postOnly(path: string, fields: Fields): Promise<Page> {
    return this.#exchange(formRequest(path, fields));
  }

  /** Opens a form, for its token. That of a new place comes once it is said which place is meant. */
  async openForm(path: string): Promise<string> {
    const { document } = await this.get(formPath(path));
    const token = document.querySelector("input[name=token]")?.getAttribute("value");
    if (!token) throw new Error(`There is no form at ${path}.`);
    return token;
  }

  /** Opens a form and posts it with these fields, and with what it carries hidden. */
  async fillIn(path: string, fields: Fields): Promise<Page> {
    return this.post(path, { ...(await this.openHidden(path)), ...fields });
  }

  /** Opens a form, for what it carries hidden: its token, and its version where it changes something. */
  async openHidden(path: string): Promise<Record<string, string>> {
    const hidden = hiddenValues(await this.get(formPath(path)));
    if (Object.keys(hidden).length === 0) throw new Error(`There is no form at ${path}.`);
    return hidden;
  }

  /** Says that the recovery code is kept, and reads the thanks: from then on pages hold nothing of it. */
  async keepCode(): Promise<void> {
    await this.post("/account/new-code", {});
    await this.get("/account");
  }

  /** Sends any request, with this visitor's cookies. A first post is followed past its welcome, where they matter. */
  async send(request: Request): Promise<Page> {
    const headers = Object.fromEntries(request.headers);
    const answer = await this.#exchange(request);
    if (!answer.location?.startsWith("/welcome?")) return answer;
    const { location } = await this.#exchange(
      new Request(new URL(answer.location, ORIGIN), { headers }),
    );
    return { ...answer, location };
  }

  async #exchange(request: Request): Promise<Page> {
    if (this.cookies.size > 0) {
      request.headers.set(
        "Cookie",
        [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      );
    }
    const response = await this.#fetch(request);
    for (const header of response.headers.getSetCookie()) this.#keep(header);
    const html = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      html,
      document: parse(html),
      location: response.headers.get("Location"),
    };
  }

  #keep(header: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    if (/max-age=0/i.test(header)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function formRequest(path: string, fields: Fields, headers: Record<string, string> = {}): Request {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one);
  }
  const init = { method: "POST", body, headers: { Origin: ORIGIN, ...headers } };
  return new Request(new URL(path, ORIGIN), init);
}

/** What the form of a page carries hidden. */
export function hiddenValues({ document }: Page): Record<string, string> {
  const hidden = document.querySelectorAll("form.form input[type=hidden]");
  return Object.fromEntries(
    hidden.map((input) => [input.getAttribute("name"), input.getAttribute("value") ?? ""]),
  );
}
