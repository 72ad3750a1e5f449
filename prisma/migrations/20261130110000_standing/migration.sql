-- Written by hand: Prisma would rebuild members and places, and their triggers would vanish.

ALTER TABLE "members" ADD COLUMN "standing_given_at" DATETIME CHECK ("standing_given_at" IS NULL OR "standing_given_at" GLOB '????-??-??T*+00:00');

-- moderation_actions has no triggers and no table refers to it. Decisions about members join those about places and reviews.
CREATE TABLE "new_moderation_actions" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "moderator_id" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "rule" TEXT,
    "place_id" INTEGER,
    "place_name" TEXT,
    "member_id" INTEGER,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "moderation_actions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "moderation_actions_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "moderation_actions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK (length("action") BETWEEN 1 AND 40),
    CHECK ("subject" IN ('place', 'review', 'member', 'cuisine')),
    CHECK ("rule" IS NOT NULL OR "action" <> 'hide'),
    CHECK ("place_name" IS NOT NULL OR "subject" NOT IN ('place', 'review')),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

INSERT INTO "new_moderation_actions" ("id", "moderator_id", "action", "subject", "rule", "place_id", "place_name", "created_at")
SELECT "id", "moderator_id", "action", "subject", "rule", "place_id", "place_name", "created_at" FROM "moderation_actions";

DROP TABLE "moderation_actions";

ALTER TABLE "new_moderation_actions" RENAME TO "moderation_actions";

CREATE INDEX "moderation_actions_created_at_id_idx" ON "moderation_actions"("created_at", "id");
CREATE INDEX "moderation_actions_moderator_id_idx" ON "moderation_actions"("moderator_id");
CREATE INDEX "moderation_actions_place_id_idx" ON "moderation_actions"("place_id");
CREATE INDEX "moderation_actions_member_id_idx" ON "moderation_actions"("member_id");

-- What members without standing say of a place, one row for each who says it.
CREATE TABLE "place_reports" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" DATETIME,
    "settled_as" TEXT,
    CONSTRAINT "place_reports_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "place_reports_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("kind" IN ('closed', 'open', 'moved', 'name', 'address')),
    CHECK (json_valid("facts") AND length("facts") <= 1000),
    CHECK ("settled_as" IS NULL OR "settled_as" IN ('agreed', 'turned-down', 'lapsed')),
    CHECK (("settled_at" IS NULL) = ("settled_as" IS NULL)),
    CHECK ("created_at" GLOB '????-??-??T*+00:00' AND ("settled_at" IS NULL OR "settled_at" GLOB '????-??-??T*+00:00'))
);

CREATE INDEX "place_reports_place_id_settled_at_idx" ON "place_reports"("place_id", "settled_at");
CREATE INDEX "place_reports_member_id_created_at_idx" ON "place_reports"("member_id", "created_at");
CREATE INDEX "place_reports_settled_at_created_at_idx" ON "place_reports"("settled_at", "created_at");

-- "moved" is what undoing it needs, and is emptied after 30 days; the place that went has no row to refer to.
CREATE TABLE "merges" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "from_place_id" INTEGER NOT NULL,
    "from_slug" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "into_place_id" INTEGER NOT NULL,
    "merged_by" INTEGER,
    "moved" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" DATETIME,
    CONSTRAINT "merges_into_place_id_fkey" FOREIGN KEY ("into_place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "merges_merged_by_fkey" FOREIGN KEY ("merged_by") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK ("from_place_id" <> "into_place_id"),
    CHECK ("from_slug" <> '' AND "from_name" <> ''),
    CHECK ("moved" IS NULL OR json_valid("moved")),
    CHECK ("created_at" GLOB '????-??-??T*+00:00' AND ("undone_at" IS NULL OR "undone_at" GLOB '????-??-??T*+00:00'))
);

CREATE INDEX "merges_into_place_id_idx" ON "merges"("into_place_id");
CREATE INDEX "merges_from_place_id_idx" ON "merges"("from_place_id");
CREATE INDEX "merges_merged_by_idx" ON "merges"("merged_by");
CREATE INDEX "merges_undone_at_created_at_idx" ON "merges"("undone_at", "created_at");

-- Both reviews of a member who had reviewed both pages, as they were before only one could stay.
CREATE TABLE "merged_reviews" (
    "merge_id" INTEGER NOT NULL,
    "id" INTEGER NOT NULL,
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
    PRIMARY KEY ("merge_id", "id"),
    CONSTRAINT "merged_reviews_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "merges" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "merged_reviews_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (typeof("rating") = 'integer' AND "rating" BETWEEN 1 AND 5),
    CHECK (trim("body") <> '' AND length("body") <= 2000),
    CHECK ("dish" IS NULL OR trim("dish") <> '' AND length("dish") <= 80),
    CHECK ("created_at" GLOB '????-??-??T*+00:00' AND "updated_at" GLOB '????-??-??T*+00:00')
);

CREATE INDEX "merged_reviews_member_id_idx" ON "merged_reviews"("member_id");
