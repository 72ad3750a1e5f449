import { z } from "zod";

/** News of the same moment are listed in the reverse of this order. */
export const NEWS_KINDS = ["sighting", "place", "review"] as const;

export type NewsKind = (typeof NEWS_KINDS)[number];

export type ActivityCursor = { at: Date; kind: NewsKind; id: number };

const LATEST = Date.UTC(9999, 11, 31);

const cursorParts = z.tuple([
  z.coerce.number().int().min(0).max(LATEST),
  z.enum(NEWS_KINDS),
  z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
]);

export function parseActivityCursor(text: string | null): ActivityCursor | undefined {
  const [at, kind, id] = cursorParts.safeParse(text?.split("-")).data ?? [];
  return at === undefined || kind === undefined || id === undefined
    ? undefined
    : { at: new Date(at), kind, id };
}
