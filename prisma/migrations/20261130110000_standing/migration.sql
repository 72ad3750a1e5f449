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
