import { LRUCache } from "lru-cache";
import type { Page } from "./page.ts";

type PageCacheOptions = {
  /** The most bytes that the pages may take together. */
  bytes: number;
  /** What the pages are true for: other data or another minute is another text. Undefined while that cannot be told. */
  readState: () => string | undefined;
};

/**
 * Keeps finished pages for as long as they are exact, those used last first. A page is only kept when nothing changed
 * while it was made, and given out only while nothing has changed since.
 */
export class PageCache {
  readonly #pages: LRUCache<string, Page>;
  readonly #readState: () => string | undefined;
  /** Pages being made, by what they are true for and their address. */
  readonly #making = new Map<string, Promise<Page | undefined>>();
  #state: string | undefined;

  constructor({ bytes, readState }: PageCacheOptions) {
    this.#readState = readState;
    this.#pages = new LRUCache({
      maxSize: Math.max(1, Math.floor(bytes)),
      sizeCalculation: (page, key) => page.bytes + 2 * key.length,
    });
  }

  /**
   * The page at an address, made when it is not there. Who asks for it while it is being made waits for the same page, but
   * only if nothing has changed since that began: nobody gets a page that is older than their question.
   * @param make makes the page, or undefined when it is not for everybody; what it throws, everybody who waits gets
   */
  async find(address: string, make: () => Promise<Page | undefined>): Promise<Page | undefined> {
    const state = this.#currentState();
    if (state === undefined) return make();
    const kept = this.#pages.get(address);
    if (kept) return kept;
    const key = `${state} ${address}`;
    const begun = this.#making.get(key);
    if (begun) return begun;
    const making = this.#make(address, state, make).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  /** Counts a page's bytes again, which has been made in another coding. */
  weigh(address: string, page: Page): void {
    if (this.#pages.peek(address) !== page) return;
    this.#pages.delete(address);
    this.#pages.set(address, page);
  }

  /** The bytes that the pages take together. */
  get bytes(): number {
    return this.#pages.calculatedSize;
  }

  async #make(address: string, state: string, make: () => Promise<Page | undefined>) {
    const page = await make();
    if (page?.isKeepable && this.#currentState() === state) this.#pages.set(address, page);
    return page;
  }

  #currentState(): string | undefined {
    const state = this.#readState();
    if (state !== this.#state) this.#pages.clear();
    this.#state = state;
    return state;
  }
}
