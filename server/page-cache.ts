import { LRUCache } from "lru-cache";
import type { Page } from "./page.ts";

type PageCacheOptions = {
  bytes: number;
  /** Identifies the data and minute that pages are true for; undefined while unknown. */
  readState: () => string | undefined;
};

/**
 * An LRU cache of pages that are exact: they are dropped as soon as the state changes, and not kept if it changed while
 * they were being made.
 */
export class PageCache {
  readonly #pages: LRUCache<string, Page>;
  readonly #readState: () => string | undefined;
  /** By state and address. */
  readonly #making = new Map<string, Promise<Page | undefined>>();
  #state: string | undefined;
  #hits = 0;
  #misses = 0;

  constructor({ bytes, readState }: PageCacheOptions) {
    this.#readState = readState;
    this.#pages = new LRUCache({
      maxSize: Math.max(1, Math.floor(bytes)),
      sizeCalculation: (page, key) => page.bytes + 2 * key.length,
    });
  }

  /**
   * Concurrent requests wait for the same page, unless the state changed after it was begun: no page is older than its
   * request.
   * @param make returns undefined when the page is not public; what it throws, every waiting request gets
   */
  async find(address: string, make: () => Promise<Page | undefined>): Promise<Page | undefined> {
    const state = this.#currentState();
    if (state === undefined) return make();
    const kept = this.#pages.get(address);
    if (kept) {
      this.#hits += 1;
      return kept;
    }
    this.#misses += 1;
    const key = `${state} ${address}`;
    const begun = this.#making.get(key);
    if (begun) return begun;
    const making = this.#make(address, state, make).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  /** Whether finding it costs nothing: it is kept, or is being made for somebody. */
  isAtHand(address: string): boolean {
    const state = this.#currentState();
    if (state === undefined) return false;
    return this.#pages.has(address) || this.#making.has(`${state} ${address}`);
  }

  /** Call after the page has been encoded anew. */
  weigh(address: string, page: Page): void {
    if (this.#pages.peek(address) !== page) return;
    this.#pages.delete(address);
    this.#pages.set(address, page);
  }

  get bytes(): number {
    return this.#pages.calculatedSize;
  }

  /** Since the start. */
  get counts() {
    return {
      keptPages: this.#pages.size,
      keptBytes: this.bytes,
      cacheHits: this.#hits,
      cacheMisses: this.#misses,
    };
  }

  async #make(address: string, state: string, make: () => Promise<Page | undefined>) {
    const page = await make();
    if (page?.isKeepable && this.#currentState() === state) {
      page.isKept = true;
      this.#pages.set(address, page);
    }
    return page;
  }

  #currentState(): string | undefined {
    const state = this.#readState();
    if (state !== this.#state) this.#pages.clear();
    this.#state = state;
    return state;
  }
}
