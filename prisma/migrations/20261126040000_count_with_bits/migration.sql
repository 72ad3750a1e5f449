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

    CHECK ("block" >= 0),
    CHECK ("places" BETWEEN 0 AND 1152921504606846975),
    -- Nothing is said of what is no place.
    CHECK (("listed" | "vegan" | "vegetarian" | "halal" | "kosher" | "gluten_free" | "laptop" | "sockets" |
        "seats_for_six" | "step_free" | "cards" | "outdoor_seats" | "under_8" | "under_15" | "under_25" | "within_5" |
        "within_10" | "within_15" | "within_20" | "score_3" | "score_3_5" | "score_4" | "score_4_5")
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

-- The bits of a block are worked out anew when its row is written with the number that it already has.
CREATE TRIGGER "place_bits_of_block" AFTER UPDATE OF "block" ON "place_bits" BEGIN
    UPDATE "place_bits" SET (
        "places", "listed", "vegan", "vegetarian", "halal", "kosher", "gluten_free", "laptop", "sockets",
        "seats_for_six", "step_free", "cards", "outdoor_seats", "under_8", "under_15", "under_25", "within_5",
        "within_10", "within_15", "within_20", "score_3", "score_3_5", "score_4", "score_4_5"
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
            coalesce(sum(("score" >= 4.5) << "place_id" % 60), 0)
        FROM "place_index" WHERE "place_id" BETWEEN NEW."block" * 60 AND NEW."block" * 60 + 59
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

-- What is there already.
INSERT INTO "place_bits" ("block") SELECT DISTINCT "place_id" / 60 FROM "place_index";
INSERT INTO "cuisine_bits" ("cuisine_id", "block", "bits")
SELECT "cuisine_id", "place_id" / 60, sum(1 << "place_id" % 60) FROM "place_cuisines" GROUP BY 1, 2;
