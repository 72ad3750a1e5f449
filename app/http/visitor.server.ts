import { createContext, type MiddlewareFunction } from "react-router";
import { z } from "zod";
import {
  findMemberBySession,
  type NewSession,
  renewSession,
  type SignedInMember,
} from "#app/domain/members/sessions.server.ts";
import {
  CHALLENGE_LIFETIME,
  challengeCookie,
  type Flash,
  flashCookie,
  flashSchema,
  NEW_CODE_LIFETIME,
  type NewCode,
  newCodeCookie,
  newCodeSchema,
  sessionCookie,
  surprisesCookie,
  surprisesSchema,
} from "./cookies.server.ts";
import { log } from "./log.server.ts";
import { seal, unseal } from "./sealed.server.ts";

const MINUTE = 60_000;

/**
 * Who sends a request, as far as their cookies tell, and when. A screen that asks who makes its page personal; a page that
 * does not is the same for everyone, and may be kept and shared. One that asks what time it is may be so until the minute
 * ends.
 */
class Visitor {
  readonly #request: Request;
  readonly #cookies: string[] = [];
  #member: Promise<SignedInMember | undefined> | undefined;
  #isPersonal = false;
  #now: Date | undefined;
  #retryAfter: number | undefined;
  #isSecret = false;

  constructor(request: Request) {
    this.#request = request;
  }

  /** The member who is signed in, or undefined. */
  member(): Promise<SignedInMember | undefined> {
    this.#isPersonal = true;
    this.#member ??= this.#findMember();
    return this.#member;
  }

  /** When it is: the same moment for everything on the page, which then says nothing that is true for longer than a minute. */
  now(): Date {
    this.#now ??= new Date();
    return this.#now;
  }

  /** Signs a member in on this browser. */
  async signIn({ token }: NewSession): Promise<void> {
    await this.#setCookie(sessionCookie, token);
  }

  /** Has this browser forget its session, which is to be ended too. */
  async signOut(): Promise<void> {
    this.#cookies.push(await sessionCookie.serialize("", { maxAge: 0 }));
  }

  /** The token of the session that this browser has or had, or undefined. */
  async sessionToken(): Promise<string | undefined> {
    this.#isPersonal = true;
    const stored = await sessionCookie.parse(this.#request.headers.get("Cookie"));
    return z.string().min(1).safeParse(stored).data;
  }

  /** What the browser calls itself. */
  userAgent(): string | null {
    return this.#request.headers.get("User-Agent");
  }

  /** Has the next page show a recovery code once. */
  async showCode(newCode: NewCode): Promise<void> {
    await this.#setCookie(newCodeCookie, seal("new-code", newCode, NEW_CODE_LIFETIME));
  }

  /** The recovery code that is to be shown here, once. */
  async takeCode(): Promise<NewCode | undefined> {
    const newCode = newCodeSchema.safeParse(
      unseal("new-code", await this.#take(newCodeCookie)),
    ).data;
    if (newCode) this.#isSecret = true;
    return newCode;
  }

  /** Remembers the challenge that a passkey of this browser is to answer. */
  async setChallenge(challenge: string): Promise<void> {
    await this.#setCookie(challengeCookie, seal("challenge", challenge, CHALLENGE_LIFETIME));
  }

  /** The challenge that a passkey was to answer here, once. */
  async takeChallenge(): Promise<string | undefined> {
    return z.string().safeParse(unseal("challenge", await this.#take(challengeCookie))).data;
  }

  /** Has the next page say something once. */
  async flash(flash: Flash): Promise<void> {
    await this.#setCookie(flashCookie, flash);
  }

  /** What the page before this one wanted said here, once. */
  async takeFlash(): Promise<Flash | undefined> {
    return flashSchema.safeParse(await this.#take(flashCookie)).data;
  }

  /** Slugs of the places that the visitor was last sent to by surprise, the newest first. */
  async surprises(): Promise<string[]> {
    this.#isPersonal = true;
    const stored = await surprisesCookie.parse(this.#request.headers.get("Cookie"));
    return surprisesSchema.safeParse(stored).data ?? [];
  }

  /** Keeps in mind that the visitor was sent to a place by surprise. */
  async rememberSurprise(slug: string): Promise<void> {
    const others = (await this.surprises()).filter((other) => other !== slug);
    await this.#setCookie(surprisesCookie, [slug, ...others].slice(0, 5));
  }

  /** Tells a program when it may try again. @param seconds from now */
  retryAfter(seconds: number): void {
    this.#retryAfter = seconds;
  }

  /** Puts the visitor's new cookies on the answer, and says who may keep it. */
  finish(response: Response): void {
    for (const cookie of this.#cookies) response.headers.append("Set-Cookie", cookie);
    if (this.#retryAfter !== undefined)
      response.headers.set("Retry-After", String(this.#retryAfter));
    // A page with a secret is kept nowhere.
    if (this.#isSecret) response.headers.set("Cache-Control", "private, no-store");
    if (response.headers.has("Cache-Control")) return;
    const isRead = ["GET", "HEAD"].includes(this.#request.method);
    const isShared =
      isRead && response.status < 500 && !this.#isPersonal && this.#cookies.length === 0;
    // Not "no-store": going back to a form must find what was typed.
    response.headers.set("Cache-Control", isShared ? this.#sharing() : "private, no-cache");
    response.headers.append("Vary", "Cookie");
  }

  /** Only who has no cookie may get a page that is some seconds old from a cache on the way: they have posted nothing. */
  #sharing(): string {
    if (this.#request.headers.has("Cookie")) return "public, max-age=0, must-revalidate";
    if (!this.#now) return "public, max-age=0, s-maxage=60, stale-while-revalidate=600";
    return `public, max-age=0, s-maxage=${Math.floor((MINUTE - (this.#now.getTime() % MINUTE)) / 1000)}`;
  }

  async #findMember(): Promise<SignedInMember | undefined> {
    const token = await this.sessionToken();
    if (token === undefined) return undefined;
    const found = await findMemberBySession(token);
    if (found?.isDue) {
      await this.#setCookie(sessionCookie, token);
      renewLater(token);
    }
    return found?.member;
  }

  /** What a cookie holds, which the browser then forgets. */
  async #take(cookie: typeof sessionCookie): Promise<unknown> {
    const header = this.#request.headers.get("Cookie");
    if (!header?.includes(`${cookie.name}=`)) return undefined;
    this.#cookies.push(await cookie.serialize("", { maxAge: 0 }));
    return cookie.parse(header);
  }

  async #setCookie(cookie: typeof sessionCookie, value: unknown): Promise<void> {
    const secure = new URL(this.#request.url).protocol === "https:";
    this.#cookies.push(await cookie.serialize(value, { secure }));
  }
}

/** Prolongs a session once the page is made. No page fails by it: a session that is still due is prolonged the next time. */
function renewLater(token: string): void {
  setImmediate(() => {
    renewSession(token).catch((error: unknown) => log.warn({ err: error }, "session not renewed"));
  });
}

export const visitorContext = createContext<Visitor>();

/** Makes the visitor known to loaders and actions, and their cookies part of the answer. */
export const visitorMiddleware: MiddlewareFunction<Response> = async (
  { request, context },
  next,
) => {
  const visitor = new Visitor(request);
  context.set(visitorContext, visitor);
  const response = await next();
  visitor.finish(response);
  return response;
};
