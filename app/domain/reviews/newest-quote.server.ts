import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { dayInLondon } from "../text/dates.ts";

/** NULL where there is none. @param condition further SQL about reviews */
export function newestQuote(condition = Prisma.sql`TRUE`): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_object('body', substr(reviews.body, 1, 2000), 'by', members.handle, 'at', reviews.updated_at)
    FROM reviews JOIN members ON members.id = reviews.member_id
    WHERE reviews.place_id = places.id AND ${condition}
    ORDER BY reviews.updated_at DESC, reviews.id DESC LIMIT 1
  )`;
}

export const quoteColumn = jsonColumn(
  z.object({ body: z.string(), by: z.string(), at: z.coerce.date() }),
).transform(({ body, by, at }) => ({ body, by, on: dayInLondon(at) }));
