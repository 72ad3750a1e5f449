import { z } from "zod";
import { jsonColumn, Prisma, reader } from "#app/db/database.server.ts";
import { SHOWN_REVIEW, shownReview } from "./shown-review.server.ts";

const foundReview = shownReview.extend({
  place: jsonColumn(z.object({ slug: z.string(), name: z.string() })),
});

export type FoundReview = z.infer<typeof foundReview>;

export async function findReview(id: number): Promise<FoundReview | null> {
  const [review] = z.array(foundReview).parse(await reader().$queryRaw(findReviewSql(id)));
  return review ?? null;
}

export function findReviewSql(id: number): Prisma.Sql {
  return Prisma.sql`
    SELECT ${SHOWN_REVIEW}, json_object('slug', places.slug, 'name', places.name) AS place
    FROM reviews JOIN members ON members.id = reviews.member_id JOIN places ON places.id = reviews.place_id
    WHERE reviews.id = ${id} AND places.withheld_reason IS NULL`;
}
