import { reader } from "#app/db/database.server.ts";

/** The slug that a place has now which had this one before it became one with another page; undefined where none had. */
export async function findSlugNow(formerSlug: string): Promise<string | undefined> {
  const former = await reader().formerSlug.findUnique({
    where: { slug: formerSlug },
    select: { place: { select: { slug: true } } },
  });
  return former?.place.slug;
}
