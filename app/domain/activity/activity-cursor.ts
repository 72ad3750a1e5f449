import { z } from "zod";

/** The kinds of news, in the order in which news of one moment stand: the last first. */
export const NEWS_KINDS = ["sighting", "place", "review"] as const;

export type NewsKind = (typeof NEWS_KINDS)[number];

/** The piece of news after which a page begins. */
export type ActivityCursor = { at: Date; kind: NewsKind; id: number };

const LATEST = Date.UTC(9999, 11, 31);

const cursorParts = z.tuple([
  z.coerce.number().int().min(0).max(LATEST),
  z.enum(NEWS_KINDS),
  z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
]);

/** The cursor that an address has; undefined where it has none, or nonsense: then the newest come. */
export function parseActivityCursor(text: string | null): ActivityCursor | undefined {
  const [at, kind, id] = cursorParts.safeParse(text?.split("-")).data ?? [];
  return at === undefined || kind === undefined || id === undefined
    ? undefined
    : { at: new Date(at), kind, id };
}
