-- CreateTable
CREATE TABLE "former_handles" (
    "handle_key" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "former_handles_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("handle_key" <> ''),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "passkeys" (
    "credential_id" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "public_key" BLOB NOT NULL,
    "counter" INTEGER NOT NULL DEFAULT 0,
    "transports" TEXT NOT NULL DEFAULT '[]',
    "label" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" DATETIME,
    CONSTRAINT "passkeys_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (length("label") BETWEEN 1 AND 80),
    CHECK ("counter" >= 0),
    CHECK (json_valid("transports")),
    CHECK (length("public_key") > 0),
    CHECK ("created_at" GLOB '????-??-??T*+00:00'),
    CHECK ("last_used_at" IS NULL OR "last_used_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "former_slugs" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "place_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "former_slugs_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("slug" <> ''),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "place_revisions" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "member_id" INTEGER,
    "facts" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "place_revisions_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "place_revisions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK (json_valid("facts")),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "withheld_reviews" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "rating" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "dish" TEXT,
    "dish_slug" TEXT,
    "price_pence" INTEGER,
    "visited_on" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    "withheld_reason" TEXT NOT NULL,
    "withheld_rule" TEXT,
    "withheld_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "withheld_reviews_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "withheld_reviews_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (typeof("rating") = 'integer' AND "rating" BETWEEN 1 AND 5),
    CHECK (trim("body") <> '' AND length("body") <= 2000),
    CHECK ("dish" IS NULL OR trim("dish") <> '' AND length("dish") <= 80),
    CHECK ("price_pence" IS NULL OR typeof("price_pence") = 'integer' AND "price_pence" BETWEEN 1 AND 100000),
    CHECK ("visited_on" IS NULL OR date("visited_on") IS "visited_on"),
    CHECK ("withheld_reason" IN ('deleted', 'hidden', 'flagged', 'waiting')),
    CHECK (("withheld_rule" IS NOT NULL) = ("withheld_reason" = 'hidden')),
    CHECK ("created_at" GLOB '????-??-??T*+00:00' AND "updated_at" GLOB '????-??-??T*+00:00' AND "withheld_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "review_revisions" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "rating" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "dish" TEXT,
    "price_pence" INTEGER,
    "visited_on" TEXT,
    "written_at" DATETIME NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "review_revisions_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "review_revisions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (typeof("rating") = 'integer' AND "rating" BETWEEN 1 AND 5),
    CHECK (trim("body") <> '' AND length("body") <= 2000),
    CHECK ("dish" IS NULL OR trim("dish") <> '' AND length("dish") <= 80),
    CHECK ("price_pence" IS NULL OR typeof("price_pence") = 'integer' AND "price_pence" BETWEEN 1 AND 100000),
    CHECK ("visited_on" IS NULL OR date("visited_on") IS "visited_on"),
    CHECK ("written_at" GLOB '????-??-??T*+00:00' AND "created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "helpful_votes" (
    "place_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("place_id", "author_id", "member_id"),
    CONSTRAINT "helpful_votes_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "helpful_votes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "helpful_votes_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("author_id" <> "member_id"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "list_entries" (
    "member_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "place_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("member_id", "list", "place_id"),
    CONSTRAINT "list_entries_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "list_entries_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("list" IN ('want', 'been')),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "shared_lists" (
    "member_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("member_id", "list"),
    CONSTRAINT "shared_lists_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("list" IN ('want', 'been')),
    CHECK (length("token") >= 22),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "flags" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "place_id" INTEGER NOT NULL,
    "author_id" INTEGER,
    "rule" TEXT NOT NULL,
    "note" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" DATETIME,
    CONSTRAINT "flags_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "flags_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "flags_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("rule" <> '' AND length("rule") <= 40),
    CHECK ("note" IS NULL OR trim("note") <> '' AND length("note") <= 500),
    CHECK ("author_id" IS NULL OR "author_id" <> "member_id"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00' AND ("settled_at" IS NULL OR "settled_at" GLOB '????-??-??T*+00:00'))
);

-- CreateTable
CREATE TABLE "merge_proposals" (
    "from_place_id" INTEGER NOT NULL,
    "into_place_id" INTEGER NOT NULL,
    "proposed_by" INTEGER,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("from_place_id", "into_place_id"),
    CONSTRAINT "merge_proposals_from_place_id_fkey" FOREIGN KEY ("from_place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "merge_proposals_into_place_id_fkey" FOREIGN KEY ("into_place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "merge_proposals_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK ("from_place_id" <> "into_place_id"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "moderation_actions" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "moderator_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "rule" TEXT,
    "place_id" INTEGER,
    "place_name" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "moderation_actions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "moderation_actions_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK ("action" IN ('hide', 'restore', 'approve', 'dismiss', 'lock', 'unlock', 'merge')),
    CHECK ("subject" IN ('place', 'review')),
    CHECK (("rule" IS NOT NULL) = ("action" = 'hide')),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- AlterTable
ALTER TABLE "members" ADD COLUMN "role" TEXT NOT NULL DEFAULT 'member' CHECK ("role" IN ('member', 'moderator'));
ALTER TABLE "members" ADD COLUMN "cohort" TEXT CHECK ("cohort" IS NULL OR length("cohort") BETWEEN 1 AND 80);
ALTER TABLE "members" ADD COLUMN "recovery_hash" TEXT CHECK ("recovery_hash" IS NULL OR "recovery_hash" GLOB '$argon2id$*');
ALTER TABLE "members" ADD COLUMN "recovery_made_at" DATETIME
    CHECK (("recovery_made_at" IS NULL) = ("recovery_hash" IS NULL) AND ("recovery_made_at" IS NULL OR "recovery_made_at" GLOB '????-??-??T*+00:00'));
-- Whoever left has no way back in.
ALTER TABLE "members" ADD COLUMN "left_on" TEXT
    CHECK ("left_on" IS NULL OR date("left_on") IS "left_on" AND "recovery_hash" IS NULL AND "role" = 'member' AND "cohort" IS NULL);

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN "browser" TEXT NOT NULL DEFAULT '' CHECK (length("browser") <= 80);

-- AlterTable
ALTER TABLE "places" ADD COLUMN "is_locked" BOOLEAN NOT NULL DEFAULT false CHECK ("is_locked" IN (0, 1));
ALTER TABLE "places" ADD COLUMN "withheld_reason" TEXT CHECK ("withheld_reason" IS NULL OR "withheld_reason" IN ('deleted', 'hidden', 'flagged', 'waiting'));
ALTER TABLE "places" ADD COLUMN "withheld_rule" TEXT CHECK (("withheld_rule" IS NOT NULL) = ("withheld_reason" IS 'hidden'));
ALTER TABLE "places" ADD COLUMN "withheld_at" DATETIME
    CHECK (("withheld_at" IS NULL) = ("withheld_reason" IS NULL) AND ("withheld_at" IS NULL OR "withheld_at" GLOB '????-??-??T*+00:00'));

-- CreateIndex
CREATE INDEX "places_withheld_reason_withheld_at_idx" ON "places"("withheld_reason", "withheld_at");

-- CreateIndex
CREATE INDEX "former_handles_member_id_idx" ON "former_handles"("member_id");

-- CreateIndex
CREATE INDEX "passkeys_member_id_idx" ON "passkeys"("member_id");

-- CreateIndex
CREATE INDEX "former_slugs_place_id_idx" ON "former_slugs"("place_id");

-- CreateIndex
CREATE INDEX "place_revisions_place_id_id_idx" ON "place_revisions"("place_id", "id");

-- CreateIndex
CREATE INDEX "place_revisions_member_id_idx" ON "place_revisions"("member_id");

-- CreateIndex
CREATE INDEX "withheld_reviews_withheld_reason_withheld_at_idx" ON "withheld_reviews"("withheld_reason", "withheld_at");

-- CreateIndex
CREATE INDEX "withheld_reviews_member_id_idx" ON "withheld_reviews"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "withheld_reviews_place_id_member_id_key" ON "withheld_reviews"("place_id", "member_id");

-- CreateIndex
CREATE INDEX "review_revisions_place_id_member_id_id_idx" ON "review_revisions"("place_id", "member_id", "id");

-- CreateIndex
CREATE INDEX "review_revisions_member_id_idx" ON "review_revisions"("member_id");

-- CreateIndex
CREATE INDEX "helpful_votes_author_id_idx" ON "helpful_votes"("author_id");

-- CreateIndex
CREATE INDEX "helpful_votes_member_id_idx" ON "helpful_votes"("member_id");

-- CreateIndex
CREATE INDEX "list_entries_list_place_id_idx" ON "list_entries"("list", "place_id");

-- CreateIndex
CREATE INDEX "list_entries_place_id_idx" ON "list_entries"("place_id");

-- CreateIndex
CREATE UNIQUE INDEX "shared_lists_token_key" ON "shared_lists"("token");

-- CreateIndex
CREATE INDEX "flags_place_id_author_id_settled_at_idx" ON "flags"("place_id", "author_id", "settled_at");

-- CreateIndex
CREATE INDEX "flags_settled_at_created_at_idx" ON "flags"("settled_at", "created_at");

-- CreateIndex
CREATE INDEX "flags_member_id_idx" ON "flags"("member_id");

-- CreateIndex
CREATE INDEX "flags_author_id_idx" ON "flags"("author_id");

-- CreateIndex
CREATE INDEX "merge_proposals_into_place_id_idx" ON "merge_proposals"("into_place_id");

-- CreateIndex
CREATE INDEX "merge_proposals_proposed_by_idx" ON "merge_proposals"("proposed_by");

-- CreateIndex
CREATE INDEX "moderation_actions_created_at_id_idx" ON "moderation_actions"("created_at", "id");

-- CreateIndex
CREATE INDEX "moderation_actions_moderator_id_idx" ON "moderation_actions"("moderator_id");

-- CreateIndex
CREATE INDEX "moderation_actions_place_id_idx" ON "moderation_actions"("place_id");

-- CreateIndex
CREATE INDEX "reviews_created_at_id_idx" ON "reviews"("created_at", "id");

-- A place that is held is in no list and found by no search: it has no row in place_index, and no words.
DROP VIEW "search_texts";
CREATE VIEW "search_texts" AS
SELECT "places"."id" AS "place_id",
    replace(replace("places"."name", '''', ''), '’', '') AS "name",
    replace(replace("places"."street", '''', ''), '’', '') || ' ' || "places"."postcode" AS "street",
    (SELECT group_concat("cuisines"."name", ', ') FROM "place_cuisines"
        JOIN "cuisines" ON "cuisines"."id" = "place_cuisines"."cuisine_id"
        WHERE "place_cuisines"."place_id" = "places"."id") AS "cuisines",
    (SELECT replace(replace(group_concat(DISTINCT "reviews"."dish"), '''', ''), '’', '') FROM "reviews"
        WHERE "reviews"."place_id" = "places"."id" AND "reviews"."dish" IS NOT NULL) AS "dishes"
FROM "places" WHERE "places"."withheld_reason" IS NULL;

DROP TRIGGER "place_index_of_new_place";
CREATE TRIGGER "place_index_of_new_place" AFTER INSERT ON "places" WHEN NEW."withheld_reason" IS NULL BEGIN
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

CREATE TRIGGER "place_index_forgets_held_place" AFTER UPDATE OF "withheld_reason" ON "places"
WHEN NEW."withheld_reason" IS NOT NULL AND OLD."withheld_reason" IS NULL BEGIN
    DELETE FROM "place_index" WHERE "place_id" = NEW."id";
    DELETE FROM "place_search" WHERE "rowid" = NEW."id";
END;

CREATE TRIGGER "place_index_of_released_place" AFTER UPDATE OF "withheld_reason" ON "places"
WHEN NEW."withheld_reason" IS NULL AND OLD."withheld_reason" IS NOT NULL BEGIN
    INSERT INTO "place_index" ("place_id", "name_key", "created_at", "is_closed", "price_pence", "hours_confirmed_on", "bank_holidays_usual")
    SELECT NEW."id", NEW."name_key", NEW."created_at", NEW."closed_on" IS NOT NULL, "price_pence",
        NEW."hours_confirmed_on", NEW."bank_holidays" IS 'usual'
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

-- Votes and flags go with a review that is gone for good: it is in neither table then.
CREATE TRIGGER "votes_forget_review" AFTER DELETE ON "reviews"
WHEN NOT EXISTS (SELECT 1 FROM "withheld_reviews" WHERE "place_id" = OLD."place_id" AND "member_id" = OLD."member_id") BEGIN
    DELETE FROM "helpful_votes" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
    DELETE FROM "flags" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
END;

CREATE TRIGGER "votes_forget_held_review" AFTER DELETE ON "withheld_reviews"
WHEN NOT EXISTS (SELECT 1 FROM "reviews" WHERE "place_id" = OLD."place_id" AND "member_id" = OLD."member_id") BEGIN
    DELETE FROM "helpful_votes" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
    DELETE FROM "flags" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
END;

-- A member flags a thing once until it is looked at.
CREATE TRIGGER "flags_are_raised_once" BEFORE INSERT ON "flags"
WHEN EXISTS (
    SELECT 1 FROM "flags" AS "other"
    WHERE "other"."member_id" = NEW."member_id" AND "other"."place_id" = NEW."place_id"
        AND "other"."author_id" IS NEW."author_id" AND "other"."settled_at" IS NULL
) BEGIN
    SELECT RAISE(ABORT, 'flagged already');
END;

-- A handle that somebody had is nobody else's, and a web address that led to a place stays that place's.
CREATE TRIGGER "handles_are_not_taken_over" BEFORE INSERT ON "members"
WHEN EXISTS (SELECT 1 FROM "former_handles" WHERE "handle_key" = NEW."handle_key") BEGIN
    SELECT RAISE(ABORT, 'handle belongs to somebody else');
END;

CREATE TRIGGER "slugs_are_not_taken_over" BEFORE INSERT ON "places"
WHEN EXISTS (SELECT 1 FROM "former_slugs" WHERE "slug" = NEW."slug") BEGIN
    SELECT RAISE(ABORT, 'slug belongs to another place');
END;
