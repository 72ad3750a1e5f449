import { type CookieOptions, createCookie } from "react-router";
import { z } from "zod";
import { signingSecret } from "#app/db/settings.ts";
import { SESSION_DAYS, sessionId } from "#app/domain/members/sessions.server.ts";
import { seal, unseal } from "./sealed.server.ts";

/** Until then https also reads the names without "__Host-", which sessions of before have. */
const OLD_NAMES_READ_UNTIL = new Date("2027-02-28T00:00:00Z");

const PREFIX = "__Host-";

/** On https the name says that nobody but this host can have set the cookie; http knows no such names. */
export class SiteCookie {
  readonly name: string;
  readonly #plain: ReturnType<typeof createCookie>;
  readonly #prefixed: ReturnType<typeof createCookie>;

  constructor(name: string, options: CookieOptions) {
    this.name = name;
    this.#plain = createCookie(name, options);
    this.#prefixed = createCookie(PREFIX + name, { ...options, secure: true });
  }

  /** As it was sent, still sealed. */
  sent(request: Request, now = new Date()): string | undefined {
    return this.#namesRead(request, now)
      .map((name) => valueIn(request, name))
      .find((value) => value !== undefined);
  }

  isSentBy(request: Request): boolean {
    return this.sent(request) !== undefined;
  }

  async read(request: Request, now = new Date()): Promise<unknown> {
    const header = request.headers.get("Cookie");
    for (const name of this.#namesRead(request, now)) {
      if (valueIn(request, name) !== undefined) return this.#named(name).parse(header);
    }
    return null;
  }

  write(request: Request, value: unknown): Promise<string> {
    return this.#named(isSecure(request) ? PREFIX + this.name : this.name).serialize(value);
  }

  /** Under each name that the browser sent it by. */
  end(request: Request, now = new Date()): Promise<string[]> {
    const names = this.#namesRead(request, now);
    const sent = names.filter((name) => valueIn(request, name) !== undefined);
    const ended = sent.length > 0 ? sent : names.slice(0, 1);
    return Promise.all(ended.map((name) => this.#named(name).serialize("", { maxAge: 0 })));
  }

  #namesRead(request: Request, now: Date): string[] {
    if (!isSecure(request)) return [this.name];
    return now < OLD_NAMES_READ_UNTIL ? [PREFIX + this.name, this.name] : [PREFIX + this.name];
  }

  #named(name: string) {
    return name === this.name ? this.#plain : this.#prefixed;
  }
}

function valueIn(request: Request, name: string): string | undefined {
  const header = request.headers.get("Cookie") ?? "";
  return new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(header)?.[1];
}

function isSecure({ url }: Request): boolean {
  return url.startsWith("https:");
}

const common = { httpOnly: true, sameSite: "lax", path: "/" } as const;

export const sessionCookie = new SiteCookie("session", {
  ...common,
  maxAge: SESSION_DAYS * 24 * 60 * 60,
});

/** Scripts read it: pages that are the same for everybody ask whose they are only where there is a session. */
export const signedInCookie = new SiteCookie("signed-in", {
  ...common,
  httpOnly: false,
  maxAge: SESSION_DAYS * 24 * 60 * 60,
});

const MINUTE = 60_000;

/** Milliseconds. */
export const CHALLENGE_LIFETIME = 5 * MINUTE;

export const challengeCookie = new SiteCookie("challenge", {
  ...common,
  maxAge: CHALLENGE_LIFETIME / 1000,
});

export const surprisesCookie = new SiteCookie("surprises", {
  ...common,
  maxAge: 24 * 60 * 60,
  secrets: [signingSecret()],
});

/** Slugs, newest first. */
export const surprisesSchema = z.array(z.string().max(200)).max(5);

const DAY = 24 * 60 * 60 * 1000;

export type NewCode = { code: string; handle: string };

const sealedSchema = z.object({ code: z.string(), handle: z.string(), session: z.string() });

export const newCodeCookie = new SiteCookie("new-code", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  maxAge: DAY / 1000,
});

export function sealNewCode({ code, handle }: NewCode, sessionToken: string): string {
  return seal("new-code", { code, handle, session: sessionId(sessionToken) }, DAY);
}

/** Undefined when it belongs to another session or has expired. */
export function unsealNewCode(value: unknown, sessionToken: string): NewCode | undefined {
  const sealed = sealedSchema.safeParse(unseal("new-code", value)).data;
  if (sealed?.session !== sessionId(sessionToken)) return undefined;
  return { code: sealed.code, handle: sealed.handle };
}

/** Whether it is one of ours, in whatever session. */
export async function carriesNewCode(request: Request): Promise<boolean> {
  const value = await newCodeCookie.read(request);
  return sealedSchema.safeParse(unseal("new-code", value)).success;
}
