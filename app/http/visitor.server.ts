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
  type SiteCookie,
  sealNewCode,
  sessionCookie,
  signedInCookie,
  surprisesCookie,
  surprisesSchema,
  unsealNewCode,
} from "./cookies.server.ts";
import {
  type Flash,
  flashAt,
  flashCookieAfter,
  type NewFlash,
  type ShownFlash,
} from "./flash.server.ts";
import { log } from "./log.server.ts";
import { seal, unseal } from "./sealed.server.ts";

const MINUTE = 60_000;

/** Asking who they are makes a page personal. Others may be cached, and if they ask the time, until the minute ends. */
export class Visitor {
  readonly #request: Request;
  readonly #path: string;
  readonly #cookies: string[] = [];
  #session: ReturnType<typeof findMemberBySession> | undefined;
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

  async member(): Promise<SignedInMember | undefined> {
    return (await this.#ownSession())?.member;
  }

  /** Whether they have proved just now who they are, as some things ask. */
  async isConfirmed(): Promise<boolean> {
    return (await this.#ownSession())?.isConfirmed === true;
  }

  /** One moment for the whole page, which must stay right until the minute ends. */
  now(): Date {
    this.#now ??= new Date();
    return this.#now;
  }

  async signIn({ token }: NewSession): Promise<void> {
    this.#newSession = token;
    await this.#rememberSession(token);
  }

  /** Whether this answer signs them in, which only a browser that keeps cookies will know next time. */
  isNewlySignedIn(): boolean {
    return this.#newSession !== undefined;
  }

  /** In this browser only: the caller ends the session itself. */
  async signOut(): Promise<void> {
    for (const cookie of [sessionCookie, signedInCookie]) await this.#removeCookie(cookie);
    await this.forgetCode();
  }

  async sessionToken(): Promise<string | undefined> {
    this.#isPersonal = true;
    const stored = await sessionCookie.read(this.#request);
    return z.string().min(1).safeParse(stored).data;
  }

  userAgent(): string | null {
    return this.#request.headers.get("User-Agent");
  }

  /** Until its owner confirms that they have kept it. */
  async keepCode(newCode: NewCode): Promise<void> {
    const session = this.#newSession ?? (await this.sessionToken());
    if (session !== undefined) await this.#setCookie(newCodeCookie, sealNewCode(newCode, session));
  }

  async hasNewCode(): Promise<boolean> {
    return (await this.#findNewCode()) !== undefined;
  }

  async newCode(): Promise<NewCode | undefined> {
    const newCode = await this.#findNewCode();
    if (newCode) this.#isSecret = true;
    return newCode;
  }

  async forgetCode(): Promise<void> {
    if (newCodeCookie.isSentBy(this.#request)) await this.#removeCookie(newCodeCookie);
  }

  /** For a page whose address is a secret: it is cached nowhere and sends no Referer. */
  hideAddress(): void {
    this.#isSecret = true;
    this.#hidesAddress = true;
  }

  async setChallenge(challenge: string): Promise<void> {
    await this.#setCookie(challengeCookie, seal("challenge", challenge, CHALLENGE_LIFETIME));
  }

  async takeChallenge(): Promise<string | undefined> {
    return z.string().safeParse(unseal("challenge", await this.#take(challengeCookie))).data;
  }

  async flash(flash: Flash, { showsCode } = { showsCode: false }): Promise<void> {
    this.#flash = { ...flash, showsCode };
  }

  async shownFlash(): Promise<ShownFlash | undefined> {
    const flash = await flashAt(this.#path, this.#request);
    if (flash) this.#isPersonal = true;
    return flash;
  }

  /** Slugs, newest first. */
  async surprises(): Promise<string[]> {
    this.#isPersonal = true;
    const stored = await surprisesCookie.read(this.#request);
    return surprisesSchema.safeParse(stored).data ?? [];
  }

  async rememberSurprise(slug: string): Promise<void> {
    const others = (await this.surprises()).filter((other) => other !== slug);
    await this.#setCookie(surprisesCookie, [slug, ...others].slice(0, 5));
  }

  /** @param seconds from now */
  retryAfter(seconds: number): void {
    this.#retryAfter = seconds;
  }

  async finish(response: Response): Promise<void> {
    const flash = await flashCookieAfter(response, {
      request: this.#request,
      path: this.#path,
      flash: this.#flash,
    });
    this.#cookies.push(...flash);
    for (const cookie of this.#cookies) response.headers.append("Set-Cookie", cookie);
    if (this.#retryAfter !== undefined) {
      response.headers.set("Retry-After", String(this.#retryAfter));
    }
    if (this.#hidesAddress) response.headers.set("Referrer-Policy", "no-referrer");
    if (this.#isSecret) response.headers.set("Cache-Control", "private, no-store");
    if (response.headers.has("Cache-Control")) return;
    const isRead = ["GET", "HEAD"].includes(this.#request.method);
    const isShared =
      isRead && response.status < 500 && !this.#isPersonal && this.#cookies.length === 0;
    // Not "no-store": going back to a form must find what was typed.
    response.headers.set("Cache-Control", isShared ? this.#sharing() : "private, no-cache");
    response.headers.append("Vary", "Cookie");
  }

  /** Shared caches may serve stale pages only without cookies: such visitors have not posted anything. */
  #sharing(): string {
    if (this.#request.headers.has("Cookie")) return "public, max-age=0, must-revalidate";
    if (!this.#now) return "public, max-age=0, s-maxage=60, stale-while-revalidate=600";
    return `public, max-age=0, s-maxage=${Math.floor((MINUTE - (this.#now.getTime() % MINUTE)) / 1000)}`;
  }

  #ownSession() {
    this.#isPersonal = true;
    this.#session ??= this.#findSession();
    return this.#session;
  }

  async #findSession() {
    const token = await this.sessionToken();
    const session = token === undefined ? undefined : await findMemberBySession(token);
    const isMarked = signedInCookie.isSentBy(this.#request);
    if (!session || token === undefined) {
      if (isMarked && !this.isNewlySignedIn()) await this.#removeCookie(signedInCookie);
      return undefined;
    }
    if (session.isDue || !isMarked) await this.#rememberSession(token);
    if (session.isDue) renewLater(token);
    return session;
  }

  /** Both for as long as the session lasts from now on. */
  async #rememberSession(token: string): Promise<void> {
    await this.#setCookie(sessionCookie, token);
    await this.#setCookie(signedInCookie, 1);
  }

  #findNewCode(): Promise<NewCode | undefined> {
    this.#newCode ??= this.#readNewCode();
    return this.#newCode;
  }

  async #readNewCode(): Promise<NewCode | undefined> {
    if (!newCodeCookie.isSentBy(this.#request)) return undefined;
    const session = (await this.member()) && (await this.sessionToken());
    const value = await newCodeCookie.read(this.#request);
    const newCode = session === undefined ? undefined : unsealNewCode(value, session);
    if (!newCode) await this.forgetCode();
    return newCode;
  }

  async #take(cookie: SiteCookie): Promise<unknown> {
    if (!cookie.isSentBy(this.#request)) return undefined;
    await this.#removeCookie(cookie);
    return cookie.read(this.#request);
  }

  async #removeCookie(cookie: SiteCookie): Promise<void> {
    this.#cookies.push(...(await cookie.end(this.#request)));
  }

  async #setCookie(cookie: SiteCookie, value: unknown): Promise<void> {
    this.#cookies.push(await cookie.write(this.#request, value));
  }
}

/** After the response, so that no page fails because of it; a missed renewal happens on the next request. */
function renewLater(token: string): void {
  setImmediate(() => {
    renewSession(token).catch((error: unknown) => log.warn({ err: error }, "session not renewed"));
  });
}
