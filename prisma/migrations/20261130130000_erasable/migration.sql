-- Written by hand: Prisma would rebuild place_revisions.

-- Filled at the start of the site, since SQL knows no skeletons. Where two members' handles look alike, the later has no row.
CREATE TABLE "handle_skeletons" (
    "skeleton" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    CONSTRAINT "handle_skeletons_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("skeleton" <> '')
);

CREATE INDEX "handle_skeletons_member_id_idx" ON "handle_skeletons"("member_id");

CREATE TABLE "gone_names" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER,
    "kind" TEXT NOT NULL,
    "rule" TEXT,
    "salt" TEXT,
    "key_hash" TEXT,
    "skeleton_hash" TEXT,
    "gone_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "gone_names_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK ("kind" IN ('handle', 'cohort')),
    CHECK ("rule" IS NULL OR "rule" <> '' AND length("rule") <= 40),
    CHECK ("kind" = 'handle' OR "rule" IS NOT NULL),
    CHECK (("kind" = 'handle') = ("salt" IS NOT NULL)),
    CHECK ("salt" IS NULL OR length("salt") = 32),
    CHECK (("key_hash" IS NULL) = ("salt" IS NULL) AND ("key_hash" IS NULL OR length("key_hash") = 64)),
    CHECK (("skeleton_hash" IS NULL) = ("salt" IS NULL) AND ("skeleton_hash" IS NULL OR length("skeleton_hash") = 64)),
    CHECK ("gone_at" GLOB '????-??-??T*+00:00')
);

CREATE INDEX "gone_names_member_id_idx" ON "gone_names"("member_id");
CREATE INDEX "gone_names_gone_at_idx" ON "gone_names"("gone_at");

ALTER TABLE "place_revisions" ADD COLUMN "hidden_rule" TEXT CHECK ("hidden_rule" IS NULL OR "hidden_rule" <> '' AND length("hidden_rule") <= 40);
ALTER TABLE "place_revisions" ADD COLUMN "hidden_at" DATETIME CHECK (
    ("hidden_at" IS NULL) = ("hidden_rule" IS NULL) AND ("hidden_at" IS NULL OR "hidden_at" GLOB '????-??-??T*+00:00')
);

CREATE VIEW "offered_cuisines" AS
SELECT "id", "slug", "name" FROM "cuisines"
WHERE EXISTS (SELECT 1 FROM "seed_records" WHERE "key" = 'cuisine:' || "cuisines"."slug")
    OR EXISTS (
        SELECT 1 FROM "place_cuisines" JOIN "place_index" ON "place_index"."place_id" = "place_cuisines"."place_id"
        WHERE "place_cuisines"."cuisine_id" = "cuisines"."id"
    );
