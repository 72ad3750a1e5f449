-- Places are counted sixty at a time: a row for each sixty, in which each place has one bit of every number.
DROP INDEX "place_index_needs";

-- CreateTable
CREATE TABLE "place_bits" (
    "block" INTEGER NOT NULL PRIMARY KEY,
    "places" BIGINT NOT NULL DEFAULT 0,
    "listed" BIGINT NOT NULL DEFAULT 0,
    "vegan" BIGINT NOT NULL DEFAULT 0,
    "vegetarian" BIGINT NOT NULL DEFAULT 0,
    "halal" BIGINT NOT NULL DEFAULT 0,
    "kosher" BIGINT NOT NULL DEFAULT 0,
    "gluten_free" BIGINT NOT NULL DEFAULT 0,
    "laptop" BIGINT NOT NULL DEFAULT 0,
    "sockets" BIGINT NOT NULL DEFAULT 0,
    "seats_for_six" BIGINT NOT NULL DEFAULT 0,
    "step_free" BIGINT NOT NULL DEFAULT 0,
    "cards" BIGINT NOT NULL DEFAULT 0,
    "outdoor_seats" BIGINT NOT NULL DEFAULT 0,
    "under_8" BIGINT NOT NULL DEFAULT 0,
    "under_15" BIGINT NOT NULL DEFAULT 0,
    "under_25" BIGINT NOT NULL DEFAULT 0,
    "within_5" BIGINT NOT NULL DEFAULT 0,
    "within_10" BIGINT NOT NULL DEFAULT 0,
    "within_15" BIGINT NOT NULL DEFAULT 0,
    "within_20" BIGINT NOT NULL DEFAULT 0,
    "score_3" BIGINT NOT NULL DEFAULT 0,
    "score_3_5" BIGINT NOT NULL DEFAULT 0,
    "score_4" BIGINT NOT NULL DEFAULT 0,
    "score_4_5" BIGINT NOT NULL DEFAULT 0,
    "keeps_usual" BIGINT NOT NULL DEFAULT 0,
    "keeps_own" BIGINT NOT NULL DEFAULT 0,

    CHECK ("block" >= 0),
    CHECK ("places" BETWEEN 0 AND 1152921504606846975),
    -- Nothing is said of what is no place.
    CHECK (("listed" | "vegan" | "vegetarian" | "halal" | "kosher" | "gluten_free" | "laptop" | "sockets" |
        "seats_for_six" | "step_free" | "cards" | "outdoor_seats" | "under_8" | "under_15" | "under_25" | "within_5" |
        "within_10" | "within_15" | "within_20" | "score_3" | "score_3_5" | "score_4" | "score_4_5" | "keeps_usual" |
        "keeps_own")
        & ~"places" = 0)
);

-- CreateTable
CREATE TABLE "cuisine_bits" (
    "cuisine_id" INTEGER NOT NULL,
    "block" INTEGER NOT NULL,
    "bits" BIGINT NOT NULL,

    PRIMARY KEY ("cuisine_id", "block"),
    CONSTRAINT "cuisine_bits_cuisine_id_fkey" FOREIGN KEY ("cuisine_id") REFERENCES "cuisines" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("block" >= 0),
    CHECK ("bits" BETWEEN 0 AND 1152921504606846975)
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "open_bits" (
    "day" INTEGER NOT NULL,
    "block" INTEGER NOT NULL,
    "minute" INTEGER NOT NULL,
    "bits" BIGINT NOT NULL,

    PRIMARY KEY ("day", "block", "minute"),
    CHECK ("day" BETWEEN 1 AND 8),
    CHECK ("block" >= 0),
    CHECK ("minute" BETWEEN 0 AND 2880),
    CHECK ("bits" BETWEEN 0 AND 1152921504606846975)
) WITHOUT ROWID;

-- CreateIndex
CREATE INDEX "place_index_in_blocks" ON "place_index"("place_id", "hours_confirmed_on", "latitude", "longitude");

-- The bits of a block are worked out anew when its row is written with the number that it already has.
CREATE TRIGGER "place_bits_of_block" AFTER UPDATE OF "block" ON "place_bits" BEGIN
    UPDATE "place_bits" SET (
        "places", "listed", "vegan", "vegetarian", "halal", "kosher", "gluten_free", "laptop", "sockets",
        "seats_for_six", "step_free", "cards", "outdoor_seats", "under_8", "under_15", "under_25", "within_5",
        "within_10", "within_15", "within_20", "score_3", "score_3_5", "score_4", "score_4_5", "keeps_usual",
        "keeps_own"
    ) = (
        SELECT
            coalesce(sum(1 << "place_id" % 60), 0),
            coalesce(sum(("is_closed" = 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 1 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 2 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 4 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 8 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 16 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 32 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 64 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 128 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 256 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 512 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("needs" & 1024 <> 0) << "place_id" % 60), 0),
            coalesce(sum(("price_pence" < 800) << "place_id" % 60), 0),
            coalesce(sum(("price_pence" < 1500) << "place_id" % 60), 0),
            coalesce(sum(("price_pence" < 2500) << "place_id" % 60), 0),
            coalesce(sum(("campus_metres" <= 5 * 80 / 1.3) << "place_id" % 60), 0),
            coalesce(sum(("campus_metres" <= 10 * 80 / 1.3) << "place_id" % 60), 0),
            coalesce(sum(("campus_metres" <= 15 * 80 / 1.3) << "place_id" % 60), 0),
            coalesce(sum(("campus_metres" <= 20 * 80 / 1.3) << "place_id" % 60), 0),
            coalesce(sum(("score" >= 3) << "place_id" % 60), 0),
            coalesce(sum(("score" >= 3.5) << "place_id" % 60), 0),
            coalesce(sum(("score" >= 4) << "place_id" % 60), 0),
            coalesce(sum(("score" >= 4.5) << "place_id" % 60), 0),
            coalesce(sum(("bank_holidays" IS 'usual') << "place_id" % 60), 0),
            coalesce(sum(("bank_holidays" IS 'own') << "place_id" % 60), 0)
        FROM "place_index" JOIN "places" ON "places"."id" = "place_id"
        WHERE "place_id" BETWEEN NEW."block" * 60 AND NEW."block" * 60 + 59
    )
    WHERE "block" = NEW."block";
END;

CREATE TRIGGER "place_bits_of_new_block" AFTER INSERT ON "place_bits" BEGIN
    UPDATE "place_bits" SET "block" = "block" WHERE "block" = NEW."block";
END;

CREATE TRIGGER "place_bits_follow_new_place" AFTER INSERT ON "place_index" BEGIN
    INSERT INTO "place_bits" ("block") VALUES (NEW."place_id" / 60) ON CONFLICT ("block") DO UPDATE SET "block" = "block";
END;

-- Most changes of a price, a distance or a score change no bit.
CREATE TRIGGER "place_bits_follow_changed_place"
AFTER UPDATE OF "is_closed", "needs", "price_pence", "campus_metres", "score" ON "place_index"
WHEN (
    OLD."is_closed", OLD."needs", OLD."price_pence" < 800, OLD."price_pence" < 1500, OLD."price_pence" < 2500,
    OLD."campus_metres" <= 5 * 80 / 1.3, OLD."campus_metres" <= 10 * 80 / 1.3, OLD."campus_metres" <= 15 * 80 / 1.3,
    OLD."campus_metres" <= 20 * 80 / 1.3, OLD."score" >= 3, OLD."score" >= 3.5, OLD."score" >= 4, OLD."score" >= 4.5
) IS NOT (
    NEW."is_closed", NEW."needs", NEW."price_pence" < 800, NEW."price_pence" < 1500, NEW."price_pence" < 2500,
    NEW."campus_metres" <= 5 * 80 / 1.3, NEW."campus_metres" <= 10 * 80 / 1.3, NEW."campus_metres" <= 15 * 80 / 1.3,
    NEW."campus_metres" <= 20 * 80 / 1.3, NEW."score" >= 3, NEW."score" >= 3.5, NEW."score" >= 4, NEW."score" >= 4.5
) BEGIN
    UPDATE "place_bits" SET "block" = "block" WHERE "block" = NEW."place_id" / 60;
END;

CREATE TRIGGER "place_bits_follow_bank_holidays" AFTER UPDATE OF "bank_holidays" ON "places"
WHEN NEW."bank_holidays" IS NOT OLD."bank_holidays" BEGIN
    UPDATE "place_bits" SET "block" = "block" WHERE "block" = NEW."id" / 60;
END;

CREATE TRIGGER "place_bits_forget_place" AFTER DELETE ON "place_index" BEGIN
    UPDATE "place_bits" SET "block" = "block" WHERE "block" = OLD."place_id" / 60;
END;

CREATE TRIGGER "cuisine_bits_follow_new_cuisine" AFTER INSERT ON "place_cuisines" BEGIN
    INSERT INTO "cuisine_bits" ("cuisine_id", "block", "bits")
    VALUES (NEW."cuisine_id", NEW."place_id" / 60, 1 << NEW."place_id" % 60)
    ON CONFLICT ("cuisine_id", "block") DO UPDATE SET "bits" = "bits" | excluded."bits";
END;

CREATE TRIGGER "cuisine_bits_follow_deleted_cuisine" AFTER DELETE ON "place_cuisines" BEGIN
    UPDATE "cuisine_bits" SET "bits" = "bits" & ~(1 << OLD."place_id" % 60)
    WHERE "cuisine_id" = OLD."cuisine_id" AND "block" = OLD."place_id" / 60;
END;

-- A row of open_bits holds from its minute to that of the next. Intervals come and go; none is changed.
CREATE TRIGGER "open_bits_follow_new_interval" AFTER INSERT ON "opening_intervals" BEGIN
    INSERT INTO "open_bits" ("day", "block", "minute", "bits")
    SELECT NEW."day", NEW."place_id" / 60, "turns"."minute", coalesce((
        SELECT "bits" FROM "open_bits"
        WHERE "day" = NEW."day" AND "block" = NEW."place_id" / 60 AND "open_bits"."minute" < "turns"."minute"
        ORDER BY "open_bits"."minute" DESC LIMIT 1), 0)
    FROM (SELECT NEW."opens_at" AS "minute" UNION ALL SELECT NEW."closes_at") AS "turns"
    WHERE TRUE ON CONFLICT ("day", "block", "minute") DO NOTHING;
    UPDATE "open_bits" SET "bits" = "bits" | (1 << NEW."place_id" % 60)
    WHERE "day" = NEW."day" AND "block" = NEW."place_id" / 60
        AND "minute" >= NEW."opens_at" AND "minute" < NEW."closes_at";
END;

CREATE TRIGGER "open_bits_follow_deleted_interval" AFTER DELETE ON "opening_intervals" BEGIN
    UPDATE "open_bits" SET "bits" = "bits" & ~(1 << OLD."place_id" % 60)
    WHERE "day" = OLD."day" AND "block" = OLD."place_id" / 60
        AND "minute" >= OLD."opens_at" AND "minute" < OLD."closes_at";
END;

CREATE TRIGGER "opening_intervals_stay_as_they_are" BEFORE UPDATE ON "opening_intervals" BEGIN
    SELECT RAISE(ABORT, 'an opening interval is replaced, not changed');
END;

CREATE TRIGGER "place_cuisines_stay_as_they_are" BEFORE UPDATE ON "place_cuisines" BEGIN
    SELECT RAISE(ABORT, 'a cuisine of a place is replaced, not changed');
END;

-- What is there already.
INSERT INTO "place_bits" ("block") SELECT DISTINCT "place_id" / 60 FROM "place_index";
INSERT INTO "cuisine_bits" ("cuisine_id", "block", "bits")
SELECT "cuisine_id", "place_id" / 60, sum(1 << "place_id" % 60) FROM "place_cuisines" GROUP BY 1, 2;
INSERT INTO "open_bits" ("day", "block", "minute", "bits")
SELECT "day", "block", "minute", (
    SELECT coalesce(sum(1 << "place_id" % 60), 0) FROM "opening_intervals"
    WHERE "place_id" BETWEEN "block" * 60 AND "block" * 60 + 59 AND "day" = "turns"."day"
        AND "opens_at" <= "minute" AND "closes_at" > "minute")
FROM (
    SELECT "day", "place_id" / 60 AS "block", "opens_at" AS "minute" FROM "opening_intervals"
    UNION SELECT "day", "place_id" / 60, "closes_at" FROM "opening_intervals"
) AS "turns";

-- What it was worked out by, and nothing reads any more.
DROP INDEX "opening_intervals_day_place_id_opens_at_closes_at_idx";
