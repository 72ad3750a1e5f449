import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";
import { fromApproved } from "../members/member-sql.server.ts";
import { dayInLondon } from "../text/dates.ts";

const NEWEST = Prisma.sql`reviews.updated_at DESC, reviews.id DESC`;

/** NULL where there is none. @param condition further SQL about reviews */
export function newestQuote(condition = Prisma.sql`TRUE`): Prisma.Sql {
  return firstQuote(condition, NEWEST);
}

const LEAST_GOOD_RATING = 4;

/** Characters of a first sentence that two lines of a card hold on a phone. */
const MOST_QUOTED = 90;

// As firstSentence has it: its first 12 characters end no sentence.
const FIRST_STOP = Prisma.sql`12 + min(${Prisma.join(
  [". ", "! ", "? ", "… ", "\n"].map(
    (stop) =>
      Prisma.sql`ifnull(nullif(instr(substr(reviews.body, 13, ${MOST_QUOTED}) || ' ', ${stop}), 0), 9999)`,
  ),
)})`;

// The plus keeps SQLite from reading all good reviews by their index on ratings, when the newest one will do.
const IS_GOOD = Prisma.sql`+reviews.rating >= ${LEAST_GOOD_RATING}`;

const IS_SHORT = Prisma.sql`(length(reviews.body) <= ${MOST_QUOTED} OR ${FIRST_STOP} <= ${MOST_QUOTED})`;

const HAS_DISH = Prisma.sql`reviews.dish IS NOT NULL`;

/**
 * Of the reviews of 4 or 5, one whose first sentence is short enough to be quoted whole: the most helpful, or else one that
 * names a dish, or else the newest. Where none is like that, the nearest to it.
 */
export function bestQuote(): Prisma.Sql {
  const votes = fromApproved("helpful_votes");
  const helpful = Prisma.sql`(SELECT COUNT(*) FROM ${votes}
    WHERE helpful_votes.place_id = reviews.place_id AND helpful_votes.author_id = reviews.member_id)`;
  const isHelpful = Prisma.sql`reviews.member_id IN (
    SELECT author_id FROM ${votes} WHERE helpful_votes.place_id = places.id)`;
  // All but the last end at the first review that they find: weighing every review of a much reviewed place takes long.
  return Prisma.sql`coalesce(
    ${firstQuote(Prisma.sql`${IS_GOOD} AND ${IS_SHORT} AND ${isHelpful}`, Prisma.sql`${helpful} DESC, ${HAS_DISH} DESC, ${NEWEST}`)},
    ${firstQuote(Prisma.sql`${IS_GOOD} AND ${IS_SHORT} AND ${HAS_DISH}`, NEWEST)},
    ${firstQuote(Prisma.sql`${IS_GOOD} AND ${IS_SHORT}`, NEWEST)},
    ${firstQuote(Prisma.sql`TRUE`, Prisma.sql`${IS_GOOD} DESC, ${IS_SHORT} DESC, ${helpful} DESC, ${HAS_DISH} DESC, ${NEWEST}`)}
  )`;
}

function firstQuote(condition: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_object('id', reviews.id, 'body', substr(reviews.body, 1, 2000), 'by', members.handle, 'dish', reviews.dish, 'at', reviews.updated_at)
    FROM reviews JOIN members ON members.id = reviews.member_id
    WHERE reviews.place_id = places.id AND ${condition}
    ORDER BY ${order} LIMIT 1
  )`;
}

export const quoteColumn = jsonColumn(
  z.object({
    id: z.number(),
    body: z.string(),
    by: z.string(),
    dish: z.string().nullable(),
    at: z.coerce.date(),
  }),
).transform(({ at, ...quote }) => ({ ...quote, on: dayInLondon(at) }));
