-- DropIndex
DROP INDEX "places_created_at_id_idx";

-- DropIndex
DROP INDEX "places_name_key_id_idx";

-- AlterTable
ALTER TABLE "places" ADD COLUMN "bank_holidays" TEXT CHECK ("bank_holidays" IS NULL OR "bank_holidays" IN ('usual', 'closed', 'own'));
ALTER TABLE "places" ADD COLUMN "hours_confirmed_on" TEXT CHECK ("hours_confirmed_on" IS NULL OR date("hours_confirmed_on") IS "hours_confirmed_on");
ALTER TABLE "places" ADD COLUMN "latitude" REAL CHECK ("latitude" IS NULL OR "latitude" BETWEEN -90 AND 90);
ALTER TABLE "places" ADD COLUMN "longitude" REAL CHECK (("longitude" IS NULL) = ("latitude" IS NULL) AND ("longitude" IS NULL OR "longitude" BETWEEN -180 AND 180));

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN "dish_slug" TEXT CHECK ("dish_slug" IS NULL OR "dish" IS NOT NULL AND length("dish_slug") BETWEEN 1 AND 160);

-- The triggers that kept the table that place_index replaces.
DROP TRIGGER "place_scores_of_new_place";
DROP TRIGGER "place_scores_follow_the_mean";
DROP TRIGGER "sums_count_new_review";
DROP TRIGGER "sums_count_changed_review";
DROP TRIGGER "sums_forget_deleted_review";

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "place_scores";
PRAGMA foreign_keys=on;

-- CreateTable
CREATE TABLE "opening_intervals" (
    "place_id" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "opens_at" INTEGER NOT NULL,
    "closes_at" INTEGER NOT NULL,

    PRIMARY KEY ("place_id", "day", "opens_at"),
    CONSTRAINT "opening_intervals_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("day" BETWEEN 1 AND 8),
    CHECK (typeof("opens_at") = 'integer' AND "opens_at" BETWEEN 0 AND 1439),
    CHECK (typeof("closes_at") = 'integer' AND "closes_at" > "opens_at" AND "closes_at" <= "opens_at" + 1440)
);

-- CreateTable
CREATE TABLE "place_diets" (
    "place_id" INTEGER NOT NULL,
    "diet" TEXT NOT NULL,
    "portion" TEXT NOT NULL,

    PRIMARY KEY ("place_id", "diet"),
    CONSTRAINT "place_diets_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("diet" IN ('vegan', 'vegetarian', 'halal', 'kosher', 'gluten-free')),
    CHECK ("portion" IN ('none', 'some', 'all'))
);

-- CreateTable
CREATE TABLE "place_features" (
    "place_id" INTEGER NOT NULL,
    "feature" TEXT NOT NULL,
    "present" BOOLEAN NOT NULL,

    PRIMARY KEY ("place_id", "feature"),
    CONSTRAINT "place_features_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("feature" IN ('laptop', 'sockets', 'seats-for-six', 'step-free', 'cards', 'outdoor-seats')),
    CHECK ("present" IN (0, 1))
);

-- CreateTable
CREATE TABLE "sightings" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "sightings_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "sightings_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("state" IN ('open', 'closed', 'moved')),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "postcodes" (
    "postcode" TEXT NOT NULL PRIMARY KEY,
    "latitude" REAL NOT NULL,
    "longitude" REAL NOT NULL,
    CHECK ("postcode" GLOB '[A-Z]*[0-9]* [0-9][A-Z][A-Z]' AND length("postcode") BETWEEN 6 AND 8),
    CHECK ("latitude" BETWEEN -90 AND 90),
    CHECK ("longitude" BETWEEN -180 AND 180)
);

-- CreateTable
CREATE TABLE "campus" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "latitude" REAL NOT NULL,
    "longitude" REAL NOT NULL,
    CHECK ("id" = 1),
    CHECK ("latitude" BETWEEN -90 AND 90),
    CHECK ("longitude" BETWEEN -180 AND 180)
);

-- CreateTable
CREATE TABLE "place_index" (
    "place_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name_key" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "is_closed" BOOLEAN NOT NULL DEFAULT false,
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "score" REAL,
    "price_pence" INTEGER NOT NULL,
    "median_pence" INTEGER,
    "price_count" INTEGER NOT NULL DEFAULT 0,
    "prices_until" TEXT,
    "latitude" REAL,
    "longitude" REAL,
    "campus_metres" REAL,
    "needs" INTEGER NOT NULL DEFAULT 0,
    "hours_confirmed_on" TEXT,
    "bank_holidays_usual" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "place_index_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("review_count" >= 0),
    CHECK ("rating_sum" BETWEEN "review_count" AND 5 * "review_count"),
    CHECK ("score" IS NULL OR "score" BETWEEN 1 AND 5),
    CHECK ("price_pence" > 0),
    CHECK ("needs" BETWEEN 0 AND 2047),
    CHECK (("latitude" IS NULL) = ("longitude" IS NULL))
);

-- CreateIndex
CREATE INDEX "opening_intervals_day_place_id_opens_at_closes_at_idx" ON "opening_intervals"("day", "place_id", "opens_at", "closes_at");

-- CreateIndex
CREATE INDEX "sightings_place_id_created_at_id_idx" ON "sightings"("place_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "sightings_member_id_idx" ON "sightings"("member_id");

-- CreateIndex
CREATE INDEX "place_index_best" ON "place_index"("score" DESC, "place_id", "is_closed", "price_pence", "campus_metres", "needs");

-- CreateIndex
CREATE INDEX "place_index_nearest" ON "place_index"("campus_metres", "place_id", "is_closed", "price_pence", "score", "needs");

-- CreateIndex
CREATE INDEX "place_index_cheapest" ON "place_index"("price_pence", "place_id", "is_closed", "campus_metres", "score", "needs");

-- CreateIndex
CREATE INDEX "place_index_newest" ON "place_index"("created_at" DESC, "place_id" DESC, "is_closed", "price_pence", "campus_metres", "score", "needs");

-- CreateIndex
CREATE INDEX "place_index_most_reviewed" ON "place_index"("review_count" DESC, "place_id", "is_closed", "price_pence", "campus_metres", "score", "needs");

-- CreateIndex
CREATE INDEX "place_index_name" ON "place_index"("name_key", "place_id", "is_closed", "price_pence", "campus_metres", "score", "needs");

-- CreateIndex
CREATE INDEX "place_index_prices_until_idx" ON "place_index"("prices_until");

-- CreateIndex
CREATE INDEX "places_name_key_idx" ON "places"("name_key");

-- CreateIndex
CREATE INDEX "places_postcode_idx" ON "places"("postcode");

-- CreateIndex
CREATE INDEX "reviews_dish_slug_place_id_rating_price_pence_idx" ON "reviews"("dish_slug", "place_id", "rating", "price_pence");

-- What the derived rows are worked out from, each said once.

-- Great-circle metres from the campus by the haversine formula, on a sphere of the Earth's mean radius (6,371,008.8 m).
CREATE VIEW "campus_distances" AS
SELECT "place_index"."place_id", 2 * 6371008.8 * asin(sqrt(min(1,
        pow(sin(radians("place_index"."latitude" - "campus"."latitude") / 2), 2)
        + cos(radians("place_index"."latitude")) * cos(radians("campus"."latitude"))
        * pow(sin(radians("place_index"."longitude" - "campus"."longitude") / 2), 2)))) AS "metres"
FROM "place_index" CROSS JOIN "campus";

-- A place is where somebody said it is, or else where its postcode is.
CREATE VIEW "place_positions" AS
SELECT "places"."id" AS "place_id",
    CASE WHEN "places"."latitude" IS NULL THEN "postcodes"."latitude" ELSE "places"."latitude" END AS "latitude",
    CASE WHEN "places"."latitude" IS NULL THEN "postcodes"."longitude" ELSE "places"."longitude" END AS "longitude"
FROM "places" LEFT JOIN "postcodes" ON "postcodes"."postcode" = "places"."postcode";

-- The middle of the prices paid in the last 12 months, and the day on which the oldest of them stops counting.
CREATE VIEW "median_prices" AS
SELECT "place_id", CAST(round(avg("price_pence")) AS INTEGER) AS "median_pence", max("price_count") AS "price_count",
    date(min("first_paid_on"), '+12 months') AS "until"
FROM (
    SELECT "place_id", "price_pence",
        row_number() OVER (PARTITION BY "place_id" ORDER BY "price_pence", "id") AS "position",
        count(*) OVER (PARTITION BY "place_id") AS "price_count",
        min("paid_on") OVER (PARTITION BY "place_id") AS "first_paid_on"
    FROM (
        SELECT "id", "place_id", "price_pence", coalesce("visited_on", substr("created_at", 1, 10)) AS "paid_on"
        FROM "reviews" WHERE "price_pence" IS NOT NULL
    )
    WHERE "paid_on" > date('now', '-12 months')
)
WHERE "position" IN (("price_count" + 1) / 2, ("price_count" + 2) / 2)
GROUP BY "place_id";

-- What counts as the price where nobody said what they paid: the most of the band.
CREATE VIEW "band_prices" AS
SELECT "id" AS "place_id", CASE "price_band" WHEN 1 THEN 799 WHEN 2 THEN 1499 WHEN 3 THEN 2499 ELSE 9999 END AS "price_pence"
FROM "places";

-- One bit for each need that a place meets. Who eats vegan food can eat it as a vegetarian.
CREATE VIEW "met_needs" AS
SELECT "place_id", CASE "diet" WHEN 'vegan' THEN 1 WHEN 'vegetarian' THEN 2 WHEN 'halal' THEN 4 WHEN 'kosher' THEN 8
    WHEN 'gluten-free' THEN 16 END AS "bit"
FROM "place_diets" WHERE "portion" <> 'none'
UNION ALL SELECT "place_id", 2 FROM "place_diets" WHERE "diet" = 'vegan' AND "portion" <> 'none'
UNION ALL SELECT "place_id", CASE "feature" WHEN 'laptop' THEN 32 WHEN 'sockets' THEN 64 WHEN 'seats-for-six' THEN 128
    WHEN 'step-free' THEN 256 WHEN 'cards' THEN 512 WHEN 'outdoor-seats' THEN 1024 END
FROM "place_features" WHERE "present" = 1;

-- The words by which a place is found. Apostrophes are left out, so that "NaN's" is found as "nans".
CREATE VIEW "search_texts" AS
SELECT "places"."id" AS "place_id",
    replace(replace("places"."name", '''', ''), '’', '') AS "name",
    replace(replace("places"."street", '''', ''), '’', '') || ' ' || "places"."postcode" AS "street",
    (SELECT group_concat("cuisines"."name", ', ') FROM "place_cuisines"
        JOIN "cuisines" ON "cuisines"."id" = "place_cuisines"."cuisine_id"
        WHERE "place_cuisines"."place_id" = "places"."id") AS "cuisines",
    (SELECT replace(replace(group_concat(DISTINCT "reviews"."dish"), '''', ''), '’', '') FROM "reviews"
        WHERE "reviews"."place_id" = "places"."id" AND "reviews"."dish" IS NOT NULL) AS "dishes"
FROM "places";

-- Full-text search: places by name, street, cuisine and dish, ranked; what reviews say, not ranked.
CREATE VIRTUAL TABLE "place_search" USING fts5(
    "name", "street", "cuisines", "dishes",
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '', contentless_delete = 1
);
CREATE VIRTUAL TABLE "place_words" USING fts5vocab("place_search", 'row');
CREATE VIRTUAL TABLE "review_search" USING fts5(
    "body", tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = 'reviews', content_rowid = 'id'
);

-- A row of place_index with each place, and its words.
CREATE TRIGGER "place_index_of_new_place" AFTER INSERT ON "places" BEGIN
    INSERT INTO "place_index" ("place_id", "name_key", "created_at", "is_closed", "price_pence", "hours_confirmed_on", "bank_holidays_usual")
    SELECT NEW."id", NEW."name_key", NEW."created_at", NEW."closed_on" IS NOT NULL, "price_pence",
        NEW."hours_confirmed_on", NEW."bank_holidays" IS 'usual'
    FROM "band_prices" WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    INSERT INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_index_follows_place" AFTER UPDATE ON "places" BEGIN
    UPDATE "place_index" SET "name_key" = NEW."name_key", "created_at" = NEW."created_at",
        "is_closed" = NEW."closed_on" IS NOT NULL, "hours_confirmed_on" = NEW."hours_confirmed_on",
        "bank_holidays_usual" = NEW."bank_holidays" IS 'usual',
        "price_pence" = coalesce("median_pence", (SELECT "price_pence" FROM "band_prices" WHERE "place_id" = NEW."id"))
    WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_index_follows_position" AFTER UPDATE OF "latitude", "longitude", "postcode" ON "places" BEGIN
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_search_follows_place" AFTER UPDATE OF "name", "street", "postcode" ON "places" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_search_forgets_place" AFTER DELETE ON "places" BEGIN
    DELETE FROM "place_search" WHERE "rowid" = OLD."id";
END;

CREATE TRIGGER "positions_follow_new_postcode" AFTER INSERT ON "postcodes" BEGIN
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = "place_index"."place_id")
    WHERE "place_id" IN (SELECT "id" FROM "places" WHERE "postcode" = NEW."postcode");
END;

CREATE TRIGGER "positions_follow_changed_postcode" AFTER UPDATE ON "postcodes" BEGIN
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = "place_index"."place_id")
    WHERE "place_id" IN (SELECT "id" FROM "places" WHERE "postcode" = NEW."postcode");
END;

CREATE TRIGGER "positions_follow_deleted_postcode" AFTER DELETE ON "postcodes" BEGIN
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = "place_index"."place_id")
    WHERE "place_id" IN (SELECT "id" FROM "places" WHERE "postcode" = OLD."postcode");
END;

CREATE TRIGGER "metres_follow_position" AFTER UPDATE OF "latitude", "longitude" ON "place_index" BEGIN
    UPDATE "place_index" SET "campus_metres" =
        (SELECT "metres" FROM "campus_distances" WHERE "campus_distances"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "metres_follow_new_campus" AFTER INSERT ON "campus" BEGIN
    UPDATE "place_index" SET "campus_metres" =
        (SELECT "metres" FROM "campus_distances" WHERE "campus_distances"."place_id" = "place_index"."place_id");
END;

CREATE TRIGGER "metres_follow_moved_campus" AFTER UPDATE ON "campus" BEGIN
    UPDATE "place_index" SET "campus_metres" =
        (SELECT "metres" FROM "campus_distances" WHERE "campus_distances"."place_id" = "place_index"."place_id");
END;

-- The overlap of two intervals is a mistake: the days of a week follow each other, bank holidays stand alone.
CREATE TRIGGER "opening_intervals_keep_apart" BEFORE INSERT ON "opening_intervals"
WHEN EXISTS (
    SELECT 1 FROM "opening_intervals" AS "other" JOIN (SELECT -10080 AS "shift" UNION ALL SELECT 0 UNION ALL SELECT 10080) AS "weeks"
    WHERE "other"."place_id" = NEW."place_id" AND ("other"."day" = 8) = (NEW."day" = 8)
        AND ("weeks"."shift" = 0 OR NEW."day" < 8)
        AND "other"."day" * 1440 + "other"."opens_at" + "weeks"."shift" < NEW."day" * 1440 + NEW."closes_at"
        AND "other"."day" * 1440 + "other"."closes_at" + "weeks"."shift" > NEW."day" * 1440 + NEW."opens_at"
) BEGIN
    SELECT RAISE(ABORT, 'opening intervals overlap');
END;

CREATE TRIGGER "needs_follow_new_diet" AFTER INSERT ON "place_diets" BEGIN
    UPDATE "place_index" SET "needs" =
        (SELECT coalesce(sum(DISTINCT "bit"), 0) FROM "met_needs" WHERE "met_needs"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "needs_follow_changed_diet" AFTER UPDATE ON "place_diets" BEGIN
    UPDATE "place_index" SET "needs" =
        (SELECT coalesce(sum(DISTINCT "bit"), 0) FROM "met_needs" WHERE "met_needs"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "needs_follow_deleted_diet" AFTER DELETE ON "place_diets" BEGIN
    UPDATE "place_index" SET "needs" =
        (SELECT coalesce(sum(DISTINCT "bit"), 0) FROM "met_needs" WHERE "met_needs"."place_id" = OLD."place_id")
    WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "needs_follow_new_feature" AFTER INSERT ON "place_features" BEGIN
    UPDATE "place_index" SET "needs" =
        (SELECT coalesce(sum(DISTINCT "bit"), 0) FROM "met_needs" WHERE "met_needs"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "needs_follow_changed_feature" AFTER UPDATE ON "place_features" BEGIN
    UPDATE "place_index" SET "needs" =
        (SELECT coalesce(sum(DISTINCT "bit"), 0) FROM "met_needs" WHERE "met_needs"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "needs_follow_deleted_feature" AFTER DELETE ON "place_features" BEGIN
    UPDATE "place_index" SET "needs" =
        (SELECT coalesce(sum(DISTINCT "bit"), 0) FROM "met_needs" WHERE "met_needs"."place_id" = OLD."place_id")
    WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "place_search_follows_new_cuisine" AFTER INSERT ON "place_cuisines" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "place_search_follows_deleted_cuisine" AFTER DELETE ON "place_cuisines" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "place_search_follows_renamed_cuisine" AFTER UPDATE OF "name" ON "cuisines" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT "search_texts".* FROM "place_cuisines" JOIN "search_texts" USING ("place_id")
    WHERE "place_cuisines"."cuisine_id" = NEW."id";
END;

-- Sums, as before, and prices, dishes and words of reviews.
CREATE TRIGGER "scores_follow_the_mean" AFTER UPDATE OF "mean" ON "site_score" WHEN NEW."mean" IS NOT OLD."mean" BEGIN
    UPDATE "place_index" SET "score" = (4 * NEW."mean" + "rating_sum") / (4 + "review_count") WHERE "review_count" > 0;
END;

CREATE TRIGGER "scores_follow_their_sums" AFTER UPDATE OF "review_count", "rating_sum" ON "place_index" BEGIN
    UPDATE "place_index"
    SET "score" = CASE WHEN NEW."review_count" > 0
        THEN (4 * (SELECT "mean" FROM "site_score") + NEW."rating_sum") / (4 + NEW."review_count") END
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_follow_their_median" AFTER UPDATE OF "median_pence" ON "place_index" BEGIN
    UPDATE "place_index" SET "price_pence" =
        coalesce(NEW."median_pence", (SELECT "price_pence" FROM "band_prices" WHERE "place_id" = NEW."place_id"))
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "sums_count_new_review" AFTER INSERT ON "reviews" BEGIN
    UPDATE "site_score" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating";
    UPDATE "place_index" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating"
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "sums_count_changed_review" AFTER UPDATE OF "rating", "place_id" ON "reviews" BEGIN
    UPDATE "site_score" SET "rating_sum" = "rating_sum" - OLD."rating" + NEW."rating";
    UPDATE "place_index" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating"
    WHERE "place_id" = OLD."place_id";
    UPDATE "place_index" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating"
    WHERE "place_id" = NEW."place_id";
END;

-- The place first: while it counts a review that is gone, a site without reviews would give it a score of no mean.
CREATE TRIGGER "sums_forget_deleted_review" AFTER DELETE ON "reviews" BEGIN
    UPDATE "place_index" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating"
    WHERE "place_id" = OLD."place_id";
    UPDATE "site_score" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating";
END;

CREATE TRIGGER "prices_count_new_review" AFTER INSERT ON "reviews" WHEN NEW."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_count_changed_review" AFTER UPDATE OF "price_pence", "visited_on", "created_at", "place_id" ON "reviews"
WHEN NEW."price_pence" IS NOT NULL OR OLD."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = OLD."place_id")
    WHERE "place_id" = OLD."place_id";
    UPDATE "place_index" SET ("median_pence", "price_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_forget_deleted_review" AFTER DELETE ON "reviews" WHEN OLD."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = OLD."place_id")
    WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "place_search_follows_new_dish" AFTER INSERT ON "reviews" WHEN NEW."dish" IS NOT NULL BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "place_search_follows_changed_dish" AFTER UPDATE OF "dish", "place_id" ON "reviews"
WHEN NEW."dish" IS NOT OLD."dish" OR NEW."place_id" <> OLD."place_id" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = OLD."place_id";
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "place_search_follows_deleted_dish" AFTER DELETE ON "reviews" WHEN OLD."dish" IS NOT NULL BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "review_search_follows_new_review" AFTER INSERT ON "reviews" BEGIN
    INSERT INTO "review_search" ("rowid", "body") VALUES (NEW."id", NEW."body");
END;

CREATE TRIGGER "review_search_follows_changed_review" AFTER UPDATE OF "body" ON "reviews" BEGIN
    INSERT INTO "review_search" ("review_search", "rowid", "body") VALUES ('delete', OLD."id", OLD."body");
    INSERT INTO "review_search" ("rowid", "body") VALUES (NEW."id", NEW."body");
END;

CREATE TRIGGER "review_search_forgets_review" AFTER DELETE ON "reviews" BEGIN
    INSERT INTO "review_search" ("review_search", "rowid", "body") VALUES ('delete', OLD."id", OLD."body");
END;

-- What is there already. SQL cannot fold a dish as the site does, accents above all; it comes close, and a review that
-- is written again gets its own.
UPDATE "reviews" SET "dish_slug" = nullif(trim(replace(replace(replace(lower("dish"), '''', ''), '’', ''), ' ', '-'), '-'), '')
WHERE "dish" IS NOT NULL;

INSERT INTO "place_index" ("place_id", "name_key", "created_at", "is_closed", "price_pence")
SELECT "id", "name_key", "created_at", "closed_on" IS NOT NULL, "price_pence"
FROM "places" JOIN "band_prices" ON "band_prices"."place_id" = "places"."id";

UPDATE "place_index" SET ("review_count", "rating_sum") =
    (SELECT count(*), coalesce(sum("rating"), 0) FROM "reviews" WHERE "reviews"."place_id" = "place_index"."place_id");

UPDATE "place_index" SET ("median_pence", "price_count", "prices_until") =
    (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("until") FROM "median_prices"
        WHERE "median_prices"."place_id" = "place_index"."place_id");

INSERT INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes") SELECT * FROM "search_texts";
INSERT INTO "review_search" ("review_search") VALUES ('rebuild');
