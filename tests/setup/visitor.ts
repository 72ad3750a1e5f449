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

/** The second step of recommending, for a place with no duplicate. */
export const WHOLE_PLACE_FORM =
  "/places/new?name=Qqqq&street=1+Nowhere&postcode=N0+0ZZ&approximateWalk=unknown&differentPlace=yes";

/** The page that has the form posted to a path. */
export const formPath = (path: string) => (path === "/places/new" ? WHOLE_PLACE_FORM : path);

/** A browser without JavaScript: keeps cookies, and sends Origin with forms. */
export class TestVisitor {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(fetch: (request: Request) => Promise<Response>, origin = ORIGIN) {
    this.#fetch = fetch;
    this.#origin = origin;
  }

  /** Does not follow redirects. */
  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.send(new Request(new URL(path, this.#origin), { headers }));
  }

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Page> {
    return this.send(formRequest(this.#origin, path, fields, headers));
  }

  /** Does not follow the redirect to the welcome page. */
  postOnly(path: string, fields: Fields): Promise<Page> {
    return this.#exchange(formRequest(this.#origin, path, fields));
  }

  /** Returns the form's token. */
  async openForm(path: string): Promise<string> {
    const { document } = await this.get(formPath(path));
    const token = document.querySelector("input[name=token]")?.getAttribute("value");
    if (!token) throw new Error(`There is no form at ${path}.`);
    return token;
  }

  /** Opens a form and posts it with these fields and its hidden ones. */
  async fillIn(path: string, fields: Fields): Promise<Page> {
    return this.post(path, { ...(await this.openHidden(path)), ...fields });
  }

  /** The form's hidden fields: its token and, where it changes something, its version. */
  async openHidden(path: string): Promise<Record<string, string>> {
    const hidden = hiddenValues(await this.get(formPath(path)));
    if (Object.keys(hidden).length === 0) throw new Error(`There is no form at ${path}.`);
    return hidden;
  }

  /** Confirms the recovery code and reads the thanks, so that later pages show nothing of it. */
  async keepCode(): Promise<void> {
    await this.post("/account/new-code", {});
    await this.get("/account");
  }

  /** Sends any request with this visitor's cookies, and follows a redirect to the welcome page. */
  async send(request: Request): Promise<Page> {
    const headers = Object.fromEntries(request.headers);
    const answer = await this.#exchange(request);
    if (!answer.location?.startsWith("/welcome?")) return answer;
    const { location } = await this.#exchange(
      new Request(new URL(answer.location, this.#origin), { headers }),
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

function formRequest(
  origin: string,
  path: string,
  fields: Fields,
  headers: Record<string, string> = {},
): Request {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one);
  }
  const init = { method: "POST", body, headers: { Origin: origin, ...headers } };
  return new Request(new URL(path, origin), init);
}

export function hiddenValues({ document }: Page): Record<string, string> {
  const hidden = document.querySelectorAll("form.form input[type=hidden]");
  return Object.fromEntries(
    hidden.map((input) => [input.getAttribute("name"), input.getAttribute("value") ?? ""]),
  );
}
