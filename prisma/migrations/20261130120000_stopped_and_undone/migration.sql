-- Written by hand: Prisma would rebuild flags and place_revisions, and their triggers would vanish.

CREATE TABLE "posting_stops" (
    "member_id" INTEGER NOT NULL PRIMARY KEY,
    "rule" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "posting_stops_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("rule" <> '' AND length("rule") <= 40),
    CHECK (trim("words") <> '' AND length("words") <= 500),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

ALTER TABLE "flags" ADD COLUMN "put_aside_at" DATETIME CHECK ("put_aside_at" IS NULL OR "put_aside_at" GLOB '????-??-??T*+00:00');

ALTER TABLE "place_revisions" ADD COLUMN "is_undo" BOOLEAN NOT NULL DEFAULT false CHECK ("is_undo" IN (0, 1));

-- What flags have put aside so far stays aside.
UPDATE "flags" SET "put_aside_at" = (
    SELECT "withheld_at" FROM "places" WHERE "places"."id" = "flags"."place_id" AND "withheld_reason" = 'flagged'
) WHERE "author_id" IS NULL AND "settled_at" IS NULL;

UPDATE "flags" SET "put_aside_at" = (
    SELECT "withheld_at" FROM "withheld_reviews"
    WHERE "withheld_reviews"."place_id" = "flags"."place_id" AND "withheld_reviews"."member_id" = "flags"."author_id"
        AND "withheld_reason" = 'flagged'
) WHERE "author_id" IS NOT NULL AND "settled_at" IS NULL;

CREATE INDEX "flags_put_aside_at_idx" ON "flags"("put_aside_at");
