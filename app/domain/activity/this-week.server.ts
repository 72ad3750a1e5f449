import { z } from "zod";
import { Prisma, reader, storedMoment } from "#app/db/database.server.ts";
import { PLACE_ROW_COLUMNS, placeRowFields } from "../lists/place-rows.server.ts";
import { fromApproved } from "../members/member-sql.server.ts";
import { DAY } from "../text/dates.ts";

/** As many as fit on one sheet of paper beside each other. */
const MOST = { places: 5, prices: 4, newcomers: 10 };

const newPlace = z.object({ ...placeRowFields, by: z.string().nullable() });

const sentence = z.object({
  id: z.coerce.number(),
  body: z.string(),
  by: z.string(),
  slug: z.string(),
  place: z.string(),
});

const movedPrice = z.object({
  slug: z.string(),
  place: z.string(),
  dish: z.string(),
  /** In pence. */
  before: z.coerce.number(),
  now: z.coerce.number(),
});

const newcomer = z.object({ handle: z.string() });

const counts = z.tuple([
  z.object({ places: z.coerce.number(), reviews: z.coerce.number(), newcomers: z.coerce.number() }),
]);

/** What the seven days before a moment brought. */
export async function readWeek(now: Date) {
  const since = storedMoment(new Date(now.getTime() - 7 * DAY));
  const database = reader();
  const [counted, places, [bestSentence], prices, newcomers] = await Promise.all([
    database.$queryRaw(countsSql(since)).then((rows) => counts.parse(rows)[0]),
    database.$queryRaw(newPlacesSql(since)).then((rows) => z.array(newPlace).parse(rows)),
    database.$queryRaw(bestSentenceSql(since)).then((rows) => z.array(sentence).parse(rows)),
    database.$queryRaw(movedPricesSql(since)).then((rows) => z.array(movedPrice).parse(rows)),
    database.$queryRaw(newcomersSql(since)).then((rows) => z.array(newcomer).parse(rows)),
  ]);
  return {
    counts: counted,
    places,
    bestSentence,
    prices,
    newcomers: newcomers.map(({ handle }) => handle),
  };
}

// Those who have written something that is shown.
const newcomersOf = (since: string) => Prisma.sql`
  SELECT DISTINCT members.id, members.handle FROM reviews CROSS JOIN members ON members.id = reviews.member_id
  WHERE reviews.created_at >= ${since} AND members.created_at >= ${since} AND members.left_on IS NULL`;

function countsSql(since: string): Prisma.Sql {
  return Prisma.sql`
    SELECT (SELECT COUNT(*) FROM place_index WHERE is_imported = 0 AND created_at >= ${since}) AS places,
      (SELECT COUNT(*) FROM reviews WHERE created_at >= ${since}) AS reviews,
      (SELECT COUNT(*) FROM (${newcomersOf(since)})) AS newcomers`;
}

function newPlacesSql(since: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${PLACE_ROW_COLUMNS}, members.handle AS by
    FROM place_index CROSS JOIN places ON places.id = place_index.place_id
      LEFT JOIN members ON members.id = places.recommended_by
    WHERE place_index.is_imported = 0 AND place_index.created_at >= ${since}
    ORDER BY place_index.created_at DESC, place_index.place_id DESC LIMIT ${MOST.places}`;
}

/** Of the week's good reviews the one that most people found helpful, or else one that names a dish, or else the newest. */
function bestSentenceSql(since: string): Prisma.Sql {
  return Prisma.sql`
    SELECT reviews.id, reviews.body, members.handle AS by, places.slug, places.name AS place
    FROM reviews CROSS JOIN places ON places.id = reviews.place_id CROSS JOIN members ON members.id = reviews.member_id
    WHERE reviews.created_at >= ${since} AND +reviews.rating >= 4 AND places.withheld_reason IS NULL
    ORDER BY (
      SELECT COUNT(*) FROM ${fromApproved("helpful_votes")}
      WHERE helpful_votes.place_id = reviews.place_id AND helpful_votes.author_id = reviews.member_id
    ) DESC, reviews.dish IS NOT NULL DESC, reviews.created_at DESC, reviews.id DESC LIMIT 1`;
}

/** A dish whose last price of the week is not the last one before it; those that moved most, in shares, come first. */
function movedPricesSql(since: string): Prisma.Sql {
  return Prisma.sql`
    WITH paid AS MATERIALIZED (
      SELECT reviews.place_id, reviews.dish_slug, reviews.price_kind, reviews.dish, reviews.price_pence AS now,
        row_number() OVER (
          PARTITION BY reviews.place_id, reviews.dish_slug, reviews.price_kind ORDER BY reviews.created_at DESC, reviews.id DESC
        ) AS rank
      FROM reviews WHERE reviews.created_at >= ${since} AND reviews.price_pence IS NOT NULL AND reviews.dish_slug IS NOT NULL
    ), moved AS (
      SELECT paid.*, (
        SELECT older.price_pence FROM reviews AS older
        WHERE older.place_id = paid.place_id AND older.dish_slug = paid.dish_slug AND older.price_kind IS paid.price_kind
          AND older.price_pence IS NOT NULL AND older.created_at < ${since}
        ORDER BY older.created_at DESC, older.id DESC LIMIT 1
      ) AS before
      FROM paid WHERE rank = 1
    )
    SELECT places.slug, places.name AS place, moved.dish, moved.before, moved.now
    FROM moved CROSS JOIN place_index ON place_index.place_id = moved.place_id CROSS JOIN places ON places.id = moved.place_id
    WHERE moved.before <> moved.now AND place_index.is_closed = 0
    ORDER BY abs(ln(1.0 * moved.now / moved.before)) DESC, places.slug, moved.dish LIMIT ${MOST.prices}`;
}

function newcomersSql(since: string): Prisma.Sql {
  return Prisma.sql`
    SELECT handle FROM (${newcomersOf(since)}) ORDER BY id DESC LIMIT ${MOST.newcomers}`;
}
