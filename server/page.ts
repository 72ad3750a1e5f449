import { createHash } from "node:crypto";
import type { Encoding } from "./accept-encoding.ts";
import { compress } from "./compress.ts";

// Bytes. Anything smaller fits into one packet.
const WORTH_COMPRESSING = 1000;
// A rough number of bytes that an entry takes beside its texts.
const OVERHEAD = 2000;

/** What is worth compressing: pictures are compressed as they are. */
export const TEXT = /^(?:text\/|application\/(?:[a-z.-]+\+)?(?:json|xml)\b|image\/svg)/;

const KEPT_STATUSES = [200, 301, 404];

type Coded = { encoding: Encoding; body: Buffer };

/** A finished response. Its body is encoded once for each encoding, when first asked for. */
export class Page {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly isPublic: boolean;
  /** Its address has what it shows in it, so that it is never another one. */
  readonly isImmutable: boolean;
  /** Milliseconds since 1970. */
  readonly madeAt = Date.now();
  /** Set once it is kept: it was still true when it was finished. */
  isKept = false;
  readonly #body: Buffer;
  readonly #coded = new Map<Encoding, Promise<Coded>>();
  readonly #head: string;
  #bytes: number;
  #hash: string | undefined;

  constructor(response: Response, body: Buffer) {
    this.status = response.status;
    const headers = [...response.headers].filter(
      ([name]) => !["content-length", "vary"].includes(name),
    );
    this.isImmutable = /\bimmutable\b/.test(response.headers.get("Cache-Control") ?? "");
    const vary = this.isImmutable ? "Accept-Encoding" : "Cookie, Accept-Encoding";
    this.headers = [...headers.flat(), "Vary", vary];
    this.isPublic =
      /\bpublic\b/.test(response.headers.get("Cache-Control") ?? "") &&
      response.headers.getSetCookie().length === 0;
    this.#body = body;
    this.#head = JSON.stringify(headers.filter(([name]) => name !== "cache-control"));
    this.#bytes = OVERHEAD + 2 * this.#head.length + body.byteLength;
  }

  /** Approximate memory, which grows with each encoding that is asked for. */
  get bytes(): number {
    return this.#bytes;
  }

  get isKeepable(): boolean {
    return this.isPublic && KEPT_STATUSES.includes(this.status);
  }

  /**
   * As HTTP has it, in whole seconds. Undefined during the second in which it was made: another version of the page may be made
   * within it, and the two could not be told apart.
   */
  lastModified(now: number): string | undefined {
    const isPast = Math.floor(now / 1000) > Math.floor(this.madeAt / 1000);
    return this.isKept && isPast ? new Date(this.madeAt).toUTCString() : undefined;
  }

  /** @param name in small letters */
  header(name: string): string | undefined {
    const index = this.headers.indexOf(name);
    return index >= 0 && index % 2 === 0 ? this.headers[index + 1] : undefined;
  }

  headersWith(name: string, value: string): string[] {
    return this.headers.map((own, index) =>
      index % 2 === 1 && this.headers[index - 1] === name ? value : own,
    );
  }

  /** A strong entity tag, which also covers the headers. */
  tag(encoding: Encoding): string {
    this.#hash ??= createHash("sha256")
      .update(this.#head)
      .update(this.#body)
      .digest("base64url")
      .slice(0, 22);
    return encoding === "identity" ? `"${this.#hash}"` : `"${this.#hash}-${encoding}"`;
  }

  /** Short bodies and pictures are never compressed. */
  in(encoding: Encoding): Promise<Coded> {
    const isText = TEXT.test(this.header("content-type") ?? "");
    const wanted = isText && this.#body.byteLength >= WORTH_COMPRESSING ? encoding : "identity";
    const known = this.#coded.get(wanted);
    if (known) return known;
    const coding = this.#code(wanted);
    this.#coded.set(wanted, coding);
    return coding;
  }

  async #code(encoding: Encoding): Promise<Coded> {
    if (encoding === "identity") return { encoding, body: this.#body };
    const body = await compress(
      this.#body,
      encoding,
      this.isKeepable && this.status === 200 ? "often" : "once",
    );
    this.#bytes += body.byteLength;
    return { encoding, body };
  }
}
