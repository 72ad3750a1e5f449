import { reader } from "#app/db/database.server.ts";

/** What the place with this slug is called and whether it is locked; null where everybody sees none. */
export function findPlaceName(slug: string) {
  return reader().place.findUnique({
    where: { slug, withheldReason: null },
    select: { slug: true, name: true, isLocked: true },
  });
}
