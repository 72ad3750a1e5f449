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
  type NewCode,
  newCodeCookie,
  sealNewCode,
  sessionCookie,
  surprisesCookie,
  surprisesSchema,
  unsealNewCode,
} from "./cookies.server.ts";
import {
  type Flash,
  flashAt,
  flashCookieAfter,
  isSecure,
  type NewFlash,
  type ShownFlash,
} from "./flash.server.ts";
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
  /** What is asked for, be it as a page or as its data. */
  readonly #path: string;
  readonly #cookies: string[] = [];
  #member: Promise<SignedInMember | undefined> | undefined;
  #newCode: Promise<NewCode | undefined> | undefined;
  #isPersonal = false;
  #now: Date | undefined;
  #retryAfter: number | undefined;
  #isSecret = false;
  #hidesAddress = false;
  #newSession: string | undefined;
  #flash: NewFlash | undefined;

  constructor(request: Request, path: string) {
    this.#request = request;
    this.#path = path;
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
    this.#newSession = token;
    await this.#setCookie(sessionCookie, token);
  }

  /** Removes the session from this browser, and the new recovery code with it. The session is to be ended too. */
  async signOut(): Promise<void> {
    await this.#removeCookie(sessionCookie);
    await this.forgetCode();
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

  /** Keeps a new recovery code in this browser, for the session that it has, until its owner has kept it. */
  async keepCode(newCode: NewCode): Promise<void> {
    const session = this.#newSession ?? (await this.sessionToken());
    if (session !== undefined) await this.#setCookie(newCodeCookie, sealNewCode(newCode, session));
  }

  /** Whether this browser has a recovery code that its owner has not kept yet. */
  async hasNewCode(): Promise<boolean> {
    return (await this.#findNewCode()) !== undefined;
  }

  /** That code, for a page to show. */
  async newCode(): Promise<NewCode | undefined> {
    const newCode = await this.#findNewCode();
    if (newCode) this.#isSecret = true;
    return newCode;
  }

  /** Removes the new recovery code from this browser. */
  async forgetCode(): Promise<void> {
    if (this.#sends(newCodeCookie)) await this.#removeCookie(newCodeCookie);
  }

  /** Says that the address of this page is a secret: the page is kept nowhere, and no other is told where one comes from. */
  hideAddress(): void {
    this.#isSecret = true;
    this.#hidesAddress = true;
  }

  /** Remembers the challenge that a passkey of this browser is to answer. */
  async setChallenge(challenge: string): Promise<void> {
    await this.#setCookie(challengeCookie, seal("challenge", challenge, CHALLENGE_LIFETIME));
  }

  /** The challenge that a passkey was to answer here, once. */
  async takeChallenge(): Promise<string | undefined> {
    return z.string().safeParse(unseal("challenge", await this.#take(challengeCookie))).data;
  }

  /** Says something once, on the page that this request is redirected to. */
  async flash(flash: Flash, { showsCode } = { showsCode: false }): Promise<void> {
    this.#flash = { ...flash, showsCode };
  }

  /** What the request before this one wanted said here. */
  async shownFlash(): Promise<ShownFlash | undefined> {
    const flash = await flashAt(this.#path, this.#request);
    if (flash) this.#isPersonal = true;
    return flash;
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
  async finish(response: Response): Promise<void> {
    const flash = await flashCookieAfter(response, {
      request: this.#request,
      path: this.#path,
      flash: this.#flash,
    });
    if (flash !== undefined) this.#cookies.push(flash);
    for (const cookie of this.#cookies) response.headers.append("Set-Cookie", cookie);
    if (this.#retryAfter !== undefined)
      response.headers.set("Retry-After", String(this.#retryAfter));
    if (this.#hidesAddress) response.headers.set("Referrer-Policy", "no-referrer");
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

  #findNewCode(): Promise<NewCode | undefined> {
    this.#newCode ??= this.#readNewCode();
    return this.#newCode;
  }

  async #readNewCode(): Promise<NewCode | undefined> {
    if (!this.#sends(newCodeCookie)) return undefined;
    const session = (await this.member()) && (await this.sessionToken());
    const value = await newCodeCookie.parse(this.#request.headers.get("Cookie"));
    const newCode = session === undefined ? undefined : unsealNewCode(value, session);
    if (!newCode) await this.forgetCode();
    return newCode;
  }

  #sends(cookie: typeof sessionCookie): boolean {
    return this.#request.headers.get("Cookie")?.includes(`${cookie.name}=`) === true;
  }

  /** What a cookie holds, which the browser then forgets. */
  async #take(cookie: typeof sessionCookie): Promise<unknown> {
    if (!this.#sends(cookie)) return undefined;
    await this.#removeCookie(cookie);
    return cookie.parse(this.#request.headers.get("Cookie"));
  }

  async #removeCookie(cookie: typeof sessionCookie): Promise<void> {
    this.#cookies.push(await cookie.serialize("", { maxAge: 0 }));
  }

  async #setCookie(cookie: typeof sessionCookie, value: unknown): Promise<void> {
    this.#cookies.push(await cookie.serialize(value, { secure: isSecure(this.#request) }));
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
  { request, url, context },
  next,
) => {
  const visitor = new Visitor(request, url.pathname);
  context.set(visitorContext, visitor);
  const response = await next();
  await visitor.finish(response);
  return response;
};
