import { createHash } from "node:crypto";
import { createCookie } from "react-router";
import { z } from "zod";
import { signingSecret } from "./sealed.server.ts";

type FlashLink = { href: string; text: string };

/** A message about what was just done, with a link to it, and perhaps one to what may be done next. */
export type Flash = { text: string; link: FlashLink; next?: FlashLink | undefined };

/** A flash that is to be sent, and whether the new recovery code is shown with it. */
export type NewFlash = Flash & { showsCode: boolean };

/** A flash on its way to the page that shows it. */
type SentFlash = NewFlash & {
  /**
   * The pages that may show it: the target of the redirect, and the form, which is reloaded when the target fails. They are
   * hashed, since browsers keep no cookie of more than 4096 bytes.
   */
  pages: string[];
};

/** A flash that a page shows, and the end of its cookie, by which the browser tells it from a newer one. */
export type ShownFlash = SentFlash & { mark: string };

const flashLinkSchema = z.object({ href: z.string().startsWith("/"), text: z.string() });

/** What a flash is read by. */
export const flashSchema = z.object({
  text: z.string(),
  link: flashLinkSchema,
  next: flashLinkSchema.optional(),
});

const sentFlashSchema: z.ZodType<SentFlash> = flashSchema.extend({
  pages: z.array(z.string()),
  showsCode: z.boolean(),
});

// Scripts may remove it: it is signed, and holds no secret.
const flashCookie = createCookie("flash", {
  sameSite: "lax",
  path: "/",
  maxAge: 120,
  secrets: [signingSecret],
});

const MARK_LENGTH = 24;

/** The flash that the page at a path is to show, if any. */
export async function flashAt(path: string, request: Request): Promise<ShownFlash | undefined> {
  const flash = await readFlash(request);
  if (!flash || flash === "unreadable" || !flash.pages.includes(hashOf(path))) return undefined;
  return isForEyes(request) ? flash : undefined;
}

type Answered = { request: Request; path: string; flash: NewFlash | undefined };

/**
 * The Set-Cookie header that goes with an answer: it sends a new flash to where the answer leads, an earlier one on with a
 * redirect, and ends one that is shown.
 */
export async function flashCookieAfter(
  response: Response,
  { request, path, flash }: Answered,
): Promise<string | undefined> {
  const location = response.headers.get("Location");
  const target =
    location === null ? [] : [hashOf(URL.parse(location, request.url)?.pathname ?? path)];
  const send = (sent: SentFlash) => flashCookie.serialize(sent, { secure: isSecure(request) });
  if (flash) return send({ ...flash, pages: [hashOf(path), ...target] });
  if ((await readFlash(request)) === "unreadable") return end();
  const earlier = await flashAt(path, request);
  if (!earlier) return undefined;
  if (isPage(request, response)) return end();
  const { mark: _, ...sent } = earlier;
  return target.every((page) => sent.pages.includes(page))
    ? undefined
    : send({ ...sent, pages: [...sent.pages, ...target] });
}

const end = () => flashCookie.serialize("", { maxAge: 0 });

/** The flash that a request brings, whichever page it is for; "unreadable" when this site did not write it. */
async function readFlash(request: Request): Promise<ShownFlash | "unreadable" | undefined> {
  const header = request.headers.get("Cookie") ?? "";
  const value = /(?:^|;\s*)flash=([^;]*)/.exec(header)?.[1];
  if (value === undefined) return undefined;
  const sent = sentFlashSchema.safeParse(await flashCookie.parse(header)).data;
  return sent ? { ...sent, mark: value.slice(-MARK_LENGTH) } : "unreadable";
}

/** Whether the answer to a request may be seen: a page or its data, not fetched ahead of time or as an image. */
function isForEyes({ method, headers, url }: Request): boolean {
  const purpose = `${headers.get("Sec-Purpose")} ${headers.get("Purpose")}`;
  if (method !== "GET" || /\bprefetch\b/.test(purpose)) return false;
  return isData(url) || ["document", null].includes(headers.get("Sec-Fetch-Dest"));
}

/** Whether an answer shows by itself what it holds. The data of a page show nothing until scripts have made it. */
function isPage({ url }: Request, { status, headers }: Response): boolean {
  return !isData(url) && status < 300 && /^text\/html\b/.test(headers.get("Content-Type") ?? "");
}

function hashOf(path: string): string {
  return createHash("sha256").update(path).digest("base64url").slice(0, 16);
}

function isData(url: string): boolean {
  return new URL(url).pathname.endsWith(".data");
}

/** Whether a visitor came by https, and cookies can be kept to it. */
export function isSecure({ url }: Request): boolean {
  return new URL(url).protocol === "https:";
}
