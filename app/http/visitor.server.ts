import { createContext, type MiddlewareFunction } from "react-router";
import { z } from "zod";
import { findMemberBySession, type NewSession, type SignedInMember } from "#app/domain/members/sessions.server.ts";
import {
  type Flash,
  flashCookie,
  flashSchema,
  sessionCookie,
  surprisesCookie,
  surprisesSchema,
} from "./cookies.server.ts";

/**
 * Who sends a request, as far as their cookies tell. A screen that asks makes its page personal; a page that does not
 * is the same for everyone, and may be kept and shared.
 */
class Visitor {
  readonly #request: Request;
  readonly #cookies: string[] = [];
  #member: Promise<SignedInMember | undefined> | undefined;
  #isPersonal = false;
  #retryAfter: number | undefined;

  constructor(request: Request) {
    this.#request = request;
  }

  /** The member who is signed in, or undefined. */
  member(): Promise<SignedInMember | undefined> {
    this.#isPersonal = true;
    this.#member ??= this.#findMember();
    return this.#member;
  }

  /** Signs a member in on this browser. */
  async signIn({ token }: NewSession): Promise<void> {
    await this.#setCookie(sessionCookie, token);
  }

  /** Has the next page say something once. */
  async flash(flash: Flash): Promise<void> {
    await this.#setCookie(flashCookie, flash);
  }

  /** What the page before this one wanted said here, once. */
  async takeFlash(): Promise<Flash | undefined> {
    const header = this.#request.headers.get("Cookie");
    if (!header?.includes(`${flashCookie.name}=`)) return undefined;
    this.#cookies.push(await flashCookie.serialize("", { maxAge: 0 }));
    return flashSchema.safeParse(await flashCookie.parse(header)).data;
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
    if (this.#retryAfter !== undefined) response.headers.set("Retry-After", String(this.#retryAfter));
    if (response.headers.has("Cache-Control")) return;
    const isRead = ["GET", "HEAD"].includes(this.#request.method);
    const isShared = isRead && response.status < 500 && !this.#isPersonal && this.#cookies.length === 0;
    // Not "no-store": going back to a form must find what was typed.
    response.headers.set("Cache-Control", isShared ? "public, max-age=0, must-revalidate" : "private, no-cache");
    response.headers.append("Vary", "Cookie");
  }

  async #findMember(): Promise<SignedInMember | undefined> {
    const token = z
      .string()
      .min(1)
      .safeParse(await sessionCookie.parse(this.#request.headers.get("Cookie")));
    if (!token.success) return undefined;
    const found = await findMemberBySession(token.data);
    if (found?.renewed) await this.#setCookie(sessionCookie, token.data);
    return found?.member;
  }

  async #setCookie(cookie: typeof sessionCookie, value: unknown): Promise<void> {
    const secure = new URL(this.#request.url).protocol === "https:";
    this.#cookies.push(await cookie.serialize(value, { secure }));
  }
}

export const visitorContext = createContext<Visitor>();

/** Makes the visitor known to loaders and actions, and their cookies part of the answer. */
export const visitorMiddleware: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const visitor = new Visitor(request);
  context.set(visitorContext, visitor);
  const response = await next();
  visitor.finish(response);
  return response;
};
