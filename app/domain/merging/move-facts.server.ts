import type { Prisma, PrismaClient } from "#app/db/database.server.ts";
import { BANK_HOLIDAY } from "../hours/week.ts";
import { MOST_CUISINES } from "../places/place-fields.ts";
import type { Merge } from "./move-reviews.server.ts";

/** Facts move only where the page that stays has none; history, sightings and lists always do. */
export function moveFacts(writer: PrismaClient, merge: Merge): Prisma.PrismaPromise<number>[] {
  const { fromId, intoId } = merge;
  return [
    ...fillInFacts(writer, merge),
    writer.$executeRaw`UPDATE place_revisions SET place_id = ${intoId} WHERE place_id = ${fromId}`,
    writer.$executeRaw`UPDATE sightings SET place_id = ${intoId} WHERE place_id = ${fromId}`,
    writer.$executeRaw`UPDATE moderation_actions SET place_id = ${intoId} WHERE place_id = ${fromId}`,
    writer.$executeRaw`UPDATE merges SET into_place_id = ${intoId} WHERE into_place_id = ${fromId}`,
    ...moveReports(writer, merge),
    // The page that stays is people's: a later import leaves it as it is.
    writer.$executeRaw`
      UPDATE imported_places SET place_id = ${intoId}, facts = NULL WHERE place_id = ${fromId}`,
    writer.$executeRaw`UPDATE former_slugs SET place_id = ${intoId} WHERE place_id = ${fromId}`,
    writer.$executeRaw`
      INSERT INTO list_entries (member_id, list, place_id, created_at)
      SELECT member_id, list, ${intoId}, created_at FROM list_entries WHERE place_id = ${fromId}
      ON CONFLICT DO UPDATE SET created_at = min(created_at, excluded.created_at)`,
    ...moveSuggestions(writer, merge),
  ];
}

function fillInFacts(writer: PrismaClient, { fromId, intoId, now }: Merge) {
  return [
    writer.$executeRaw`
      INSERT INTO place_cuisines (place_id, cuisine_id)
      SELECT ${intoId}, cuisine_id FROM place_cuisines WHERE place_id = ${fromId}
        AND cuisine_id NOT IN (SELECT cuisine_id FROM place_cuisines WHERE place_id = ${intoId})
      ORDER BY cuisine_id
      LIMIT max(0, ${MOST_CUISINES} - (SELECT COUNT(*) FROM place_cuisines WHERE place_id = ${intoId}))`,
    writer.$executeRaw`
      INSERT INTO place_diets (place_id, diet, portion)
      SELECT ${intoId}, diet, portion FROM place_diets WHERE place_id = ${fromId} ON CONFLICT DO NOTHING`,
    writer.$executeRaw`
      INSERT INTO place_features (place_id, feature, present)
      SELECT ${intoId}, feature, present FROM place_features WHERE place_id = ${fromId} ON CONFLICT DO NOTHING`,
    // Before hours_confirmed_on and bank_holidays, which say what the page that stays knows.
    writer.$executeRaw`
      INSERT INTO opening_intervals (place_id, day, opens_at, closes_at)
      SELECT ${intoId}, day, opens_at, closes_at
      FROM opening_intervals JOIN places AS staying ON staying.id = ${intoId}
      WHERE place_id = ${fromId} AND CASE WHEN staying.hours_confirmed_on IS NULL
        THEN NOT EXISTS (SELECT 1 FROM opening_intervals WHERE place_id = ${intoId})
        ELSE day = ${BANK_HOLIDAY} AND staying.bank_holidays IS NULL END`,
    writer.$executeRaw`
      UPDATE places AS staying SET updated_at = ${now},
        website = coalesce(staying.website, leaving.website),
        latitude = CASE WHEN staying.latitude IS NULL THEN leaving.latitude ELSE staying.latitude END,
        longitude = CASE WHEN staying.latitude IS NULL THEN leaving.longitude ELSE staying.longitude END,
        mainly = coalesce(staying.mainly, leaving.mainly),
        approximate_walk = coalesce(staying.approximate_walk, leaving.approximate_walk),
        walk_latitude = iif(staying.approximate_walk IS NULL, leaving.walk_latitude, staying.walk_latitude),
        walk_longitude = iif(staying.approximate_walk IS NULL, leaving.walk_longitude, staying.walk_longitude),
        bank_holidays = coalesce(staying.bank_holidays, leaving.bank_holidays),
        price_band = iif(staying.price_is_unknown, leaving.price_band, staying.price_band),
        price_is_unknown = staying.price_is_unknown AND leaving.price_is_unknown,
        hours_confirmed_on = coalesce(staying.hours_confirmed_on, leaving.hours_confirmed_on)
      FROM places AS leaving WHERE staying.id = ${intoId} AND leaving.id = ${fromId}`,
  ];
}

/** What the page that goes should be called is no question of the page that stays. */
function moveReports(writer: PrismaClient, { fromId, intoId, now }: Merge) {
  return [
    writer.$executeRaw`
      UPDATE place_reports SET settled_at = ${now}, settled_as = 'lapsed'
      WHERE place_id = ${fromId} AND settled_at IS NULL AND (kind IN ('name', 'address') OR EXISTS (
        SELECT 1 FROM place_reports AS other
        WHERE other.place_id = ${intoId} AND other.member_id = place_reports.member_id
          AND other.kind = place_reports.kind AND other.settled_at IS NULL
      ))`,
    writer.$executeRaw`UPDATE place_reports SET place_id = ${intoId} WHERE place_id = ${fromId}`,
  ];
}

function moveSuggestions(writer: PrismaClient, { fromId, intoId }: Merge) {
  return [
    writer.$executeRaw`
      INSERT INTO merge_proposals (from_place_id, into_place_id, proposed_by, created_at)
      SELECT ${intoId}, into_place_id, proposed_by, created_at FROM merge_proposals AS moved
      WHERE from_place_id = ${fromId} AND into_place_id <> ${intoId} AND NOT EXISTS (
        SELECT 1 FROM merge_proposals WHERE from_place_id = moved.into_place_id AND into_place_id = ${intoId}
      ) ON CONFLICT DO NOTHING`,
    writer.$executeRaw`
      INSERT INTO merge_proposals (from_place_id, into_place_id, proposed_by, created_at)
      SELECT from_place_id, ${intoId}, proposed_by, created_at FROM merge_proposals AS moved
      WHERE into_place_id = ${fromId} AND from_place_id <> ${intoId} AND NOT EXISTS (
        SELECT 1 FROM merge_proposals WHERE from_place_id = ${intoId} AND into_place_id = moved.from_place_id
      ) ON CONFLICT DO NOTHING`,
    writer.$executeRaw`DELETE FROM merge_proposals WHERE ${fromId} IN (from_place_id, into_place_id)`,
  ];
}
