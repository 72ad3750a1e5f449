import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { monthsBefore } from "../text/dates.ts";
import { meanRating } from "./rating.ts";

/** What "lately" is: about a term, and nobody has to say when terms begin. */
const LATELY_MONTHS = 4;

/** With fewer, one person's opinion would be a trend. */
const LEAST_RATINGS = 3;

/** Ratings of the last months and of all before, by the day of the visit or else of the review. */
export function ratingsOverTime(today: string): Prisma.Sql {
  const since = monthsBefore(today, LATELY_MONTHS);
  return Prisma.sql`(
    SELECT json_object(
      'lately', json_object('count', COUNT(*) FILTER (WHERE day > ${since}), 'sum', TOTAL(rating) FILTER (WHERE day > ${since})),
      'before', json_object('count', COUNT(*) FILTER (WHERE day <= ${since}), 'sum', TOTAL(rating) FILTER (WHERE day <= ${since}))
    ) FROM (
      SELECT rating, coalesce(visited_on, substr(created_at, 1, 10)) AS day FROM reviews WHERE place_id = places.id
    )
  )`;
}

const ratings = z.object({ count: z.number(), sum: z.number() });

/** Undefined where there are too few ratings to compare. */
export const ratingTrendColumn = jsonColumn(
  z.object({ lately: ratings, before: ratings }),
).transform((trend) => {
  if (Math.min(trend.lately.count, trend.before.count) < LEAST_RATINGS) return undefined;
  return { lately: withMean(trend.lately), before: withMean(trend.before) };
});

function withMean({ count, sum }: z.infer<typeof ratings>) {
  return { count, mean: meanRating(sum, count) ?? "" };
}
