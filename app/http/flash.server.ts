import { createHash } from "node:crypto";
import { z } from "zod";
import { signingSecret } from "#app/db/settings.ts";
import { SiteCookie } from "./cookies.server.ts";

type FlashLink = { href: string; text: string };

export type Flash = {
  text: string;
  link: FlashLink;
  next?: FlashLink | undefined;
  /** What is still to do, under a sentence that says so. */
  more?: { text: string; links: FlashLink[] } | undefined;
};

export type NewFlash = Flash & { showsCode: boolean };

type SentFlash = NewFlash & {
  /** Hashes of the pages that may show it: cookies hold 4096 bytes. */
  pages: string[];
};

/** `mark` is the end of its cookie, by which the browser tells it from a newer one. */
export type ShownFlash = SentFlash & { mark: string };

const flashLinkSchema = z.object({ href: z.string().startsWith("/"), text: z.string() });

export const flashSchema = z.object({
  text: z.string(),
  link: flashLinkSchema,
  next: flashLinkSchema.optional(),
  more: z.object({ text: z.string(), links: z.array(flashLinkSchema) }).optional(),
});

const sentFlashSchema: z.ZodType<SentFlash> = flashSchema.extend({
  pages: z.array(z.string()),
  showsCode: z.boolean(),
});

const flashCookie = new SiteCookie("flash", {
  sameSite: "lax",
  path: "/",
  maxAge: 120,
  secrets: [signingSecret()],
});

const MARK_LENGTH = 24;

export async function flashAt(path: string, request: Request): Promise<ShownFlash | undefined> {
  const flash = await readFlash(request);
  if (!flash || flash === "unreadable" || !flash.pages.includes(hashOf(path))) return undefined;
  return isForEyes(request) ? flash : undefined;
}

type Answered = { request: Request; path: string; flash: NewFlash | undefined };

/** Sets a new flash, passes an unread one on through a redirect or removes a shown one. */
export async function flashCookieAfter(
  response: Response,
  { request, path, flash }: Answered,
): Promise<string[]> {
  const location = response.headers.get("Location");
  const target =
    location === null ? [] : [hashOf(URL.parse(location, request.url)?.pathname ?? path)];
  const send = async (sent: SentFlash) => [await flashCookie.write(request, sent)];
  if (flash) return send({ ...flash, pages: [hashOf(path), ...target] });
  if ((await readFlash(request)) === "unreadable") return flashCookie.end(request);
  const earlier = await flashAt(path, request);
  if (!earlier) return [];
  if (isPage(request, response)) return flashCookie.end(request);
  const { mark: _, ...sent } = earlier;
  return target.every((page) => sent.pages.includes(page))
    ? []
    : send({ ...sent, pages: [...sent.pages, ...target] });
}

async function readFlash(request: Request): Promise<ShownFlash | "unreadable" | undefined> {
  const value = flashCookie.sent(request);
  if (value === undefined) return undefined;
  const sent = sentFlashSchema.safeParse(await flashCookie.read(request)).data;
  return sent ? { ...sent, mark: value.slice(-MARK_LENGTH) } : "unreadable";
}

function isForEyes({ method, headers, url }: Request): boolean {
  const purpose = `${headers.get("Sec-Purpose")} ${headers.get("Purpose")}`;
  if (method !== "GET" || /\bprefetch\b/.test(purpose)) return false;
  return isData(url) || ["document", null].includes(headers.get("Sec-Fetch-Dest"));
}

/** Data requests show nothing until scripts have rendered them. */
function isPage({ url }: Request, { status, headers }: Response): boolean {
  return !isData(url) && status < 300 && /^text\/html\b/.test(headers.get("Content-Type") ?? "");
}

function hashOf(path: string): string {
  return createHash("sha256").update(path).digest("base64url").slice(0, 16);
}

function isData(url: string): boolean {
  return new URL(url).pathname.endsWith(".data");
}

/** Whether a page for this request must not be one that is kept: it may say a message. */
export async function carriesFlash(request: Request): Promise<boolean> {
  const flash = await readFlash(request);
  return flash !== undefined && flash !== "unreadable";
}
