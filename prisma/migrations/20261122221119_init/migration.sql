-- Prisma wrote the tables and indexes; the CHECKs and the triggers at the end are written by hand.
-- Times are ISO text as Prisma Client writes it. CURRENT_TIMESTAMP writes another form, which sorts and compares
-- wrongly beside it, so the CHECKs on times refuse a row that relies on the default.

-- CreateTable
CREATE TABLE "members" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "handle" TEXT NOT NULL,
    "handle_key" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CHECK (length("handle") BETWEEN 2 AND 30),
    CHECK (length("handle_key") BETWEEN 2 AND 120),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" DATETIME NOT NULL,
    CONSTRAINT "sessions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (length("token_hash") = 64),
    CHECK ("expires_at" > "created_at"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00'),
    CHECK ("expires_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "places" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "price_band" INTEGER NOT NULL,
    "website" TEXT,
    "closed_on" TEXT,
    "recommended_by" INTEGER,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "places_recommended_by_fkey" FOREIGN KEY ("recommended_by") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK (length("slug") BETWEEN 1 AND 120 AND "slug" <> 'new'),
    CHECK (length(trim("name")) BETWEEN 1 AND 80),
    CHECK (length("name_key") BETWEEN 1 AND 400),
    CHECK (length(trim("street")) BETWEEN 1 AND 120),
    CHECK ("postcode" GLOB '[A-Z]*[0-9]* [0-9][A-Z][A-Z]' AND length("postcode") BETWEEN 6 AND 8),
    CHECK ("price_band" IN (1, 2, 3, 4)),
    CHECK ("website" IS NULL OR ("website" LIKE 'http://_%' OR "website" LIKE 'https://_%') AND length("website") <= 300),
    CHECK ("closed_on" IS NULL OR date("closed_on") IS "closed_on"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00'),
    CHECK ("updated_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "cuisines" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CHECK (length("slug") BETWEEN 1 AND 160),
    CHECK (length(trim("name")) BETWEEN 1 AND 40)
);

-- CreateTable
CREATE TABLE "place_cuisines" (
    "place_id" INTEGER NOT NULL,
    "cuisine_id" INTEGER NOT NULL,

    PRIMARY KEY ("place_id", "cuisine_id"),
    CONSTRAINT "place_cuisines_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "place_cuisines_cuisine_id_fkey" FOREIGN KEY ("cuisine_id") REFERENCES "cuisines" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "rating" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "dish" TEXT,
    "price_pence" INTEGER,
    "visited_on" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "reviews_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "reviews_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("rating" IN (1, 2, 3, 4, 5)),
    CHECK (length(trim("body")) BETWEEN 1 AND 2000),
    CHECK ("dish" IS NULL OR length(trim("dish")) BETWEEN 1 AND 80),
    CHECK ("price_pence" IS NULL OR (typeof("price_pence") = 'integer' AND "price_pence" BETWEEN 1 AND 100000)),
    CHECK ("visited_on" IS NULL OR date("visited_on") IS "visited_on"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00'),
    CHECK ("updated_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "posted_forms" (
    "form_hash" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "first_post" BOOLEAN NOT NULL,
    "outcome" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "posted_forms_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (length("form_hash") = 64),
    CHECK ("first_post" IN (0, 1)),
    CHECK (json_valid("outcome")),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

-- CreateTable
CREATE TABLE "place_scores" (
    "place_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "score" REAL,
    CONSTRAINT "place_scores_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("review_count" >= 0),
    CHECK ("rating_sum" BETWEEN "review_count" AND 5 * "review_count"),
    CHECK ("score" IS NULL OR "score" BETWEEN 1 AND 5)
);

-- CreateTable
CREATE TABLE "site_score" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "mean" REAL NOT NULL DEFAULT 0,
    CHECK ("id" = 1),
    CHECK ("review_count" >= 0),
    CHECK ("rating_sum" BETWEEN "review_count" AND 5 * "review_count")
);

-- CreateTable
CREATE TABLE "seed_records" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER,
    "added_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "seed_records_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK ("added_at" GLOB '????-??-??T*+00:00')
);

-- CreateIndex
CREATE UNIQUE INDEX "members_handle_key_key" ON "members"("handle_key");

-- CreateIndex
CREATE INDEX "sessions_member_id_idx" ON "sessions"("member_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "places_slug_key" ON "places"("slug");

-- CreateIndex
CREATE INDEX "places_name_key_id_idx" ON "places"("name_key", "id");

-- CreateIndex
CREATE INDEX "places_created_at_id_idx" ON "places"("created_at", "id");

-- CreateIndex
CREATE INDEX "places_recommended_by_idx" ON "places"("recommended_by");

-- CreateIndex
CREATE UNIQUE INDEX "cuisines_slug_key" ON "cuisines"("slug");

-- CreateIndex
CREATE INDEX "place_cuisines_cuisine_id_place_id_idx" ON "place_cuisines"("cuisine_id", "place_id");

-- CreateIndex
CREATE INDEX "reviews_place_id_updated_at_id_idx" ON "reviews"("place_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "reviews_place_id_rating_idx" ON "reviews"("place_id", "rating");

-- CreateIndex
CREATE INDEX "reviews_member_id_idx" ON "reviews"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_place_id_member_id_key" ON "reviews"("place_id", "member_id");

-- CreateIndex
CREATE INDEX "posted_forms_member_id_idx" ON "posted_forms"("member_id");

-- CreateIndex
CREATE INDEX "posted_forms_created_at_idx" ON "posted_forms"("created_at");

-- CreateIndex
CREATE INDEX "place_scores_score_place_id_idx" ON "place_scores"("score" DESC, "place_id");

-- CreateIndex
CREATE INDEX "place_scores_review_count_place_id_idx" ON "place_scores"("review_count" DESC, "place_id");

-- CreateIndex
CREATE INDEX "seed_records_member_id_idx" ON "seed_records"("member_id");

-- The one row of the site's sums. It counts what the triggers below count.
INSERT INTO "site_score" ("id") VALUES (1);

-- Derived numbers. score = (4 * mean + rating_sum) / (4 + review_count): see docs/ranking.md.
CREATE TRIGGER "place_scores_of_new_place" AFTER INSERT ON "places" BEGIN
    INSERT INTO "place_scores" ("place_id") VALUES (NEW."id");
END;

CREATE TRIGGER "site_score_follows_its_sums" AFTER UPDATE OF "review_count", "rating_sum" ON "site_score" BEGIN
    UPDATE "site_score"
    SET "mean" = CASE WHEN NEW."review_count" = 0 THEN 0 ELSE round(1.0 * NEW."rating_sum" / NEW."review_count", 1) END
    WHERE "id" = NEW."id";
END;

CREATE TRIGGER "place_scores_follow_the_mean" AFTER UPDATE OF "mean" ON "site_score" WHEN NEW."mean" IS NOT OLD."mean" BEGIN
    UPDATE "place_scores" SET "score" = (4 * NEW."mean" + "rating_sum") / (4 + "review_count") WHERE "review_count" > 0;
END;

CREATE TRIGGER "place_scores_follow_their_sums" AFTER UPDATE OF "review_count", "rating_sum" ON "place_scores" BEGIN
    UPDATE "place_scores"
    SET "score" = CASE WHEN NEW."review_count" > 0
        THEN (4 * (SELECT "mean" FROM "site_score") + NEW."rating_sum") / (4 + NEW."review_count") END
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "sums_count_new_review" AFTER INSERT ON "reviews" BEGIN
    UPDATE "site_score" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating";
    UPDATE "place_scores" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating"
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "sums_count_changed_review" AFTER UPDATE OF "rating", "place_id" ON "reviews" BEGIN
    UPDATE "site_score" SET "rating_sum" = "rating_sum" - OLD."rating" + NEW."rating";
    UPDATE "place_scores" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating"
    WHERE "place_id" = OLD."place_id";
    UPDATE "place_scores" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating"
    WHERE "place_id" = NEW."place_id";
END;

-- The place first: while it counts a review that is gone, a site without reviews would give it a score of no mean.
CREATE TRIGGER "sums_forget_deleted_review" AFTER DELETE ON "reviews" BEGIN
    UPDATE "place_scores" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating"
    WHERE "place_id" = OLD."place_id";
    UPDATE "site_score" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating";
END;
