-- What is new is read by when it was said; most of what people say is that a place is open, which is no news.
CREATE INDEX "sightings_created_at_id_state_place_id_idx" ON "sightings"("created_at" DESC, "id" DESC, "state", "place_id");

-- Nothing reads from the index whether a place keeps its usual hours on bank holidays.
DROP TRIGGER "place_index_follows_place";
DROP TRIGGER "place_index_of_new_place";
DROP TRIGGER "place_index_of_released_place";
ALTER TABLE "place_index" DROP COLUMN "bank_holidays_usual";

CREATE TRIGGER "place_index_follows_place" AFTER UPDATE ON "places" BEGIN
    UPDATE "place_index" SET "name_key" = NEW."name_key", "created_at" = NEW."created_at",
        "is_closed" = NEW."closed_on" IS NOT NULL, "hours_confirmed_on" = NEW."hours_confirmed_on",
        "price_pence" = coalesce("median_pence", (SELECT "price_pence" FROM "band_prices" WHERE "place_id" = NEW."id"))
    WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_index_of_new_place" AFTER INSERT ON "places" WHEN NEW."withheld_reason" IS NULL BEGIN
    INSERT INTO "place_index" ("place_id", "name_key", "created_at", "is_closed", "price_pence", "hours_confirmed_on")
    SELECT NEW."id", NEW."name_key", NEW."created_at", NEW."closed_on" IS NOT NULL, "price_pence",
        NEW."hours_confirmed_on"
    FROM "band_prices" WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    INSERT INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_index_of_released_place" AFTER UPDATE OF "withheld_reason" ON "places"
WHEN NEW."withheld_reason" IS NULL AND OLD."withheld_reason" IS NOT NULL BEGIN
    INSERT INTO "place_index" ("place_id", "name_key", "created_at", "is_closed", "price_pence", "hours_confirmed_on")
    SELECT NEW."id", NEW."name_key", NEW."created_at", NEW."closed_on" IS NOT NULL, "price_pence",
        NEW."hours_confirmed_on"
    FROM "band_prices" WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET "needs" =
        (SELECT coalesce(sum(DISTINCT "bit"), 0) FROM "met_needs" WHERE "met_needs"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("review_count", "rating_sum") =
        (SELECT count(*), coalesce(sum("rating"), 0) FROM "reviews" WHERE "reviews"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("median_pence", "price_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    INSERT INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."id";
END;
