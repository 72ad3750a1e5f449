import type { z } from "zod";
import type { Position } from "#app/domain/walk/coordinates.ts";

/** How things of one kind are written in each format. */
export type Kind<Item> = {
  /** What JSON calls the list of them. */
  name: string;
  schema: z.ZodType<Item>;
  /** The columns of a table of them. */
  columns: Record<string, (item: Item) => string | number | boolean | null>;
  /** For a map; null of what has no place on it. */
  positionOf?: (item: Item) => Position | null;
  /** As text: a line that names it, and lines about it. */
  describe: (item: Item) => [string, ...string[]];
  entry?: (item: Item, changes: Changes) => FeedEntry;
};

/** When the things in a feed came about and changed last, by their id, where they do not say so themselves. */
export type Changes = ReadonlyMap<number, { createdAt: Date; updatedAt: Date }>;

export type FeedEntry = {
  /** Stable and unique on the site, such as "places/12". */
  id: string;
  title: string;
  url: string;
  by: string | null;
  /** Without whatever changes from minute to minute. */
  paragraphs: string[];
  createdAt: Date;
  updatedAt: Date;
};

/** A page of a list, or a page about one thing with a list, as every format has it. */
export type OpenPage<Item> = {
  title: string;
  /** Of the page in HTML. */
  path: string;
  /** What the site made of the query. */
  notes: string[];
  /** What it could not make anything of. */
  problems: string[];
  /** The one thing that the page is about, if any: beside the list in JSON, instead of it on a map, and its lines as text. */
  about?: {
    json: Record<string, unknown>;
    lines: string[];
    onMap?: { position: Position | null };
  };
  /** Of all pages together. */
  count?: number;
  page?: number;
  pages?: number;
  /** The number of the first item. */
  first?: number;
  /** Pages in HTML. */
  next?: string | undefined;
  previous?: string | undefined;
  items: Item[];
  changes?: Changes;
};

type Paging = { page: number; pages: number; perPage: number; pathOf: (page: number) => string };

/** Where a page of a list stands among the others. */
export function pageOfList({ page, pages, perPage, pathOf }: Paging) {
  return {
    path: pathOf(page),
    page,
    pages,
    first: (page - 1) * perPage + 1,
    next: page < pages ? pathOf(page + 1) : undefined,
    previous: page > 1 ? pathOf(page - 1) : undefined,
  };
}
