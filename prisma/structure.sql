-- The database as the migrations leave it. Written by `npm run structure`: do not edit.

-- Tables

CREATE TABLE "members" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "handle" TEXT NOT NULL,
    "handle_key" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "cohort" TEXT,
    "recovery_hash" TEXT,
    "recovery_made_at" DATETIME,
    "left_on" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "standing_given_at" DATETIME CHECK ("standing_given_at" IS NULL OR "standing_given_at" GLOB '????-??-??T*+00:00'), "news_seen_at" DATETIME CHECK ("news_seen_at" IS NULL OR "news_seen_at" GLOB '????-??-??T*+00:00'), "answers_seen_at" DATETIME CHECK ("answers_seen_at" IS NULL OR "answers_seen_at" GLOB '????-??-??T*+00:00'),
    CHECK (length("handle") BETWEEN 2 AND 30),
    CHECK (length("handle_key") BETWEEN 2 AND 120),
    CHECK ("role" IN ('member', 'moderator')),
    CHECK ("cohort" IS NULL OR length("cohort") BETWEEN 1 AND 80),
    CHECK ("recovery_hash" IS NULL OR "recovery_hash" GLOB '$argon2id$*'),
    CHECK (("recovery_made_at" IS NULL) = ("recovery_hash" IS NULL)),
    CHECK ("recovery_made_at" IS NULL OR "recovery_made_at" GLOB '????-??-??T*+00:00'),
    CHECK ("left_on" IS NULL OR date("left_on") IS "left_on" AND "recovery_hash" IS NULL AND "role" = 'member' AND "cohort" IS NULL),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" DATETIME NOT NULL,
    "browser" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "sessions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (length("token_hash") = 64),
    CHECK ("expires_at" > "created_at"),
    CHECK (length("browser") <= 80),
    CHECK ("created_at" GLOB '????-??-??T*+00:00'),
    CHECK ("expires_at" GLOB '????-??-??T*+00:00')
);

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

CREATE TABLE "former_handles" (
    "handle_key" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "former_handles_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("handle_key" <> ''),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "handle_skeletons" (
    "skeleton" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    CONSTRAINT "handle_skeletons_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("skeleton" <> '')
);

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

CREATE TABLE "places" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postcode" TEXT,
    "price_band" INTEGER NOT NULL,
    "website" TEXT,
    "latitude" REAL,
    "longitude" REAL,
    "hours_confirmed_on" TEXT,
    "bank_holidays" TEXT,
    "closed_on" TEXT,
    "recommended_by" INTEGER,
    "is_locked" BOOLEAN NOT NULL DEFAULT false,
    "withheld_reason" TEXT,
    "withheld_rule" TEXT,
    "withheld_at" DATETIME,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" DATETIME NOT NULL, "approximate_walk" INTEGER CHECK ("approximate_walk" IS NULL OR "approximate_walk" IN (5, 10, 15)), "price_is_unknown" BOOLEAN NOT NULL DEFAULT false CHECK ("price_is_unknown" IN (0, 1)), "mainly" TEXT CHECK ("mainly" IS NULL OR "mainly" IN ('meal', 'drink', 'bite')), "walk_latitude" REAL CHECK ("walk_latitude" IS NULL OR "walk_latitude" BETWEEN -90 AND 90), "walk_longitude" REAL CHECK ("walk_longitude" IS NULL OR "walk_longitude" BETWEEN -180 AND 180),
    CONSTRAINT "places_recommended_by_fkey" FOREIGN KEY ("recommended_by") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK (length("slug") BETWEEN 1 AND 120 AND "slug" <> 'new'),
    CHECK (length(trim("name")) BETWEEN 1 AND 80),
    CHECK (length("name_key") BETWEEN 1 AND 400),
    CHECK (length(trim("street")) BETWEEN 1 AND 120),
    CHECK ("postcode" GLOB '[A-Z]*[0-9]* [0-9][A-Z][A-Z]' AND length("postcode") BETWEEN 6 AND 8),
    CHECK ("price_band" IN (1, 2, 3, 4)),
    CHECK ("website" IS NULL OR ("website" LIKE 'http://_%' OR "website" LIKE 'https://_%') AND length("website") <= 300),
    CHECK ("latitude" IS NULL OR "latitude" BETWEEN -90 AND 90),
    CHECK (("longitude" IS NULL) = ("latitude" IS NULL) AND ("longitude" IS NULL OR "longitude" BETWEEN -180 AND 180)),
    CHECK ("hours_confirmed_on" IS NULL OR date("hours_confirmed_on") IS "hours_confirmed_on"),
    CHECK ("bank_holidays" IS NULL OR "bank_holidays" IN ('usual', 'closed', 'own')),
    CHECK ("closed_on" IS NULL OR date("closed_on") IS "closed_on"),
    CHECK ("is_locked" IN (0, 1)),
    CHECK ("withheld_reason" IS NULL OR "withheld_reason" IN ('deleted', 'hidden', 'flagged', 'waiting')),
    CHECK (("withheld_rule" IS NOT NULL) = ("withheld_reason" IS 'hidden')),
    CHECK (("withheld_at" IS NULL) = ("withheld_reason" IS NULL)),
    CHECK ("withheld_at" IS NULL OR "withheld_at" GLOB '????-??-??T*+00:00'),
    CHECK ("created_at" GLOB '????-??-??T*+00:00'),
    CHECK ("updated_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "imported_places" (
    "place_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "facts" TEXT,
    "as_of" TEXT,
    "vanished_on" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("source", "source_id"),
    CONSTRAINT "imported_places_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("source" IN ('fhrs', 'osm', 'places')),
    CHECK (length("source_id") BETWEEN 1 AND 40),
    CHECK (length("area") <= 40),
    CHECK ("facts" IS NULL OR json_valid("facts")),
    CHECK ("as_of" IS NULL OR date("as_of") IS "as_of"),
    CHECK ("vanished_on" IS NULL OR date("vanished_on") IS "vanished_on"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "former_slugs" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "place_id" INTEGER NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "former_slugs_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("slug" <> ''),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "place_revisions" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "member_id" INTEGER,
    "facts" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "is_undo" BOOLEAN NOT NULL DEFAULT false CHECK ("is_undo" IN (0, 1)), "hidden_rule" TEXT CHECK ("hidden_rule" IS NULL OR "hidden_rule" <> '' AND length("hidden_rule") <= 40), "hidden_at" DATETIME CHECK (
    ("hidden_at" IS NULL) = ("hidden_rule" IS NULL) AND ("hidden_at" IS NULL OR "hidden_at" GLOB '????-??-??T*+00:00')
), "source" TEXT CHECK ("source" IN ('fhrs', 'osm', 'places')),
    CONSTRAINT "place_revisions_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "place_revisions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK (json_valid("facts")),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "cuisines" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CHECK (length("slug") BETWEEN 1 AND 160),
    CHECK (length(trim("name")) BETWEEN 1 AND 40)
);

CREATE TABLE "place_cuisines" (
    "place_id" INTEGER NOT NULL,
    "cuisine_id" INTEGER NOT NULL,
    PRIMARY KEY ("place_id", "cuisine_id"),
    CONSTRAINT "place_cuisines_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "place_cuisines_cuisine_id_fkey" FOREIGN KEY ("cuisine_id") REFERENCES "cuisines" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

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

CREATE TABLE "place_diets" (
    "place_id" INTEGER NOT NULL,
    "diet" TEXT NOT NULL,
    "portion" TEXT NOT NULL,
    PRIMARY KEY ("place_id", "diet"),
    CONSTRAINT "place_diets_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("diet" IN ('vegan', 'vegetarian', 'halal', 'kosher', 'gluten-free')),
    CHECK ("portion" IN ('none', 'some', 'all'))
);

CREATE TABLE "place_features" (
    "place_id" INTEGER NOT NULL,
    "feature" TEXT NOT NULL,
    "present" BOOLEAN NOT NULL,
    PRIMARY KEY ("place_id", "feature"),
    CONSTRAINT "place_features_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("feature" IN ('laptop', 'sockets', 'seats-for-six', 'step-free', 'cards', 'outdoor-seats')),
    CHECK ("present" IN (0, 1))
);

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

CREATE TABLE "reviews" (
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
    "updated_at" DATETIME NOT NULL, "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL),
    CONSTRAINT "reviews_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "reviews_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("rating" IN (1, 2, 3, 4, 5)),
    CHECK (length(trim("body")) BETWEEN 1 AND 2000),
    CHECK ("dish" IS NULL OR length(trim("dish")) BETWEEN 1 AND 80),
    CHECK ("dish_slug" IS NULL OR "dish" IS NOT NULL AND length("dish_slug") BETWEEN 1 AND 160),
    CHECK ("price_pence" IS NULL OR (typeof("price_pence") = 'integer' AND "price_pence" BETWEEN 1 AND 100000)),
    CHECK ("visited_on" IS NULL OR date("visited_on") IS "visited_on"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00'),
    CHECK ("updated_at" GLOB '????-??-??T*+00:00')
);

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
    "withheld_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL),
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
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL),
    CONSTRAINT "review_revisions_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "review_revisions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (typeof("rating") = 'integer' AND "rating" BETWEEN 1 AND 5),
    CHECK (trim("body") <> '' AND length("body") <= 2000),
    CHECK ("dish" IS NULL OR trim("dish") <> '' AND length("dish") <= 80),
    CHECK ("price_pence" IS NULL OR typeof("price_pence") = 'integer' AND "price_pence" BETWEEN 1 AND 100000),
    CHECK ("visited_on" IS NULL OR date("visited_on") IS "visited_on"),
    CHECK ("written_at" GLOB '????-??-??T*+00:00' AND "created_at" GLOB '????-??-??T*+00:00')
);

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

CREATE TABLE "flags" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "place_id" INTEGER NOT NULL,
    "author_id" INTEGER,
    "rule" TEXT NOT NULL,
    "note" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" DATETIME, "put_aside_at" DATETIME CHECK ("put_aside_at" IS NULL OR "put_aside_at" GLOB '????-??-??T*+00:00'),
    CONSTRAINT "flags_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "flags_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "flags_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("rule" <> '' AND length("rule") <= 40),
    CHECK ("note" IS NULL OR trim("note") <> '' AND length("note") <= 500),
    CHECK ("author_id" IS NULL OR "author_id" <> "member_id"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00' AND ("settled_at" IS NULL OR "settled_at" GLOB '????-??-??T*+00:00'))
);

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
    "updated_at" DATETIME NOT NULL, "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL),
    PRIMARY KEY ("merge_id", "id"),
    CONSTRAINT "merged_reviews_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "merges" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "merged_reviews_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (typeof("rating") = 'integer' AND "rating" BETWEEN 1 AND 5),
    CHECK (trim("body") <> '' AND length("body") <= 2000),
    CHECK ("dish" IS NULL OR trim("dish") <> '' AND length("dish") <= 80),
    CHECK ("created_at" GLOB '????-??-??T*+00:00' AND "updated_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "moderation_actions" (
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

CREATE TABLE "limit_counts" (
    "limit_name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until" DATETIME NOT NULL,
    PRIMARY KEY ("limit_name", "key_hash"),
    CHECK (length("limit_name") BETWEEN 1 AND 40),
    CHECK (length("key_hash") = 43),
    CHECK ("count" >= 0),
    CHECK ("until" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "folded_letters" (
    "letter" TEXT NOT NULL PRIMARY KEY,
    "folded" TEXT NOT NULL,
    CHECK (length("letter") = 1)
);

CREATE TABLE "postcodes" (
    "postcode" TEXT NOT NULL PRIMARY KEY,
    "latitude" REAL NOT NULL,
    "longitude" REAL NOT NULL,
    CHECK ("postcode" GLOB '[A-Z]*[0-9]* [0-9][A-Z][A-Z]' AND length("postcode") BETWEEN 6 AND 8),
    CHECK ("latitude" BETWEEN -90 AND 90),
    CHECK ("longitude" BETWEEN -180 AND 180)
);

CREATE TABLE "campus" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "latitude" REAL NOT NULL,
    "longitude" REAL NOT NULL,
    CHECK ("id" = 1),
    CHECK ("latitude" BETWEEN -90 AND 90),
    CHECK ("longitude" BETWEEN -180 AND 180)
);

CREATE TABLE "folding" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "version" INTEGER NOT NULL,
    CHECK ("id" = 1),
    CHECK ("version" >= 1)
);

CREATE TABLE "base_map" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "hash" TEXT NOT NULL,
    "latitude" REAL NOT NULL,
    "longitude" REAL NOT NULL,
    "shapes" TEXT NOT NULL,
    "labels" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CHECK ("id" = 1),
    CHECK ("hash" GLOB '[0-9a-f]*' AND length("hash") = 16),
    CHECK ("latitude" BETWEEN -90 AND 90),
    CHECK ("longitude" BETWEEN -180 AND 180),
    CHECK (json_valid("shapes") AND length("shapes") <= 500000),
    CHECK (json_valid("labels") AND length("labels") <= 20000),
    CHECK (length("attribution") <= 500),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

CREATE TABLE "site_score" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT DEFAULT 1,
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "mean" REAL NOT NULL DEFAULT 0,
    CHECK ("id" = 1),
    CHECK ("review_count" >= 0),
    CHECK ("rating_sum" BETWEEN "review_count" AND 5 * "review_count")
);

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
    "vegan" BOOLEAN NOT NULL DEFAULT false,
    "vegetarian" BOOLEAN NOT NULL DEFAULT false,
    "halal" BOOLEAN NOT NULL DEFAULT false,
    "kosher" BOOLEAN NOT NULL DEFAULT false,
    "gluten_free" BOOLEAN NOT NULL DEFAULT false,
    "laptop" BOOLEAN NOT NULL DEFAULT false,
    "sockets" BOOLEAN NOT NULL DEFAULT false,
    "seats_for_six" BOOLEAN NOT NULL DEFAULT false,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "cards" BOOLEAN NOT NULL DEFAULT false,
    "outdoor_seats" BOOLEAN NOT NULL DEFAULT false,
    "hours_confirmed_on" TEXT, "is_imported" BOOLEAN NOT NULL DEFAULT false CHECK ("is_imported" IN (0, 1)), "drink_pence" INTEGER, "drink_count" INTEGER NOT NULL DEFAULT 0, "bite_pence" INTEGER, "bite_count" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "place_index_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("review_count" >= 0),
    CHECK ("rating_sum" BETWEEN "review_count" AND 5 * "review_count"),
    CHECK ("score" IS NULL OR "score" BETWEEN 1 AND 5),
    CHECK ("price_pence" > 0),
    CHECK (("latitude" IS NULL) = ("longitude" IS NULL))
);

CREATE TABLE "seed_records" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "member_id" INTEGER,
    "added_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "seed_records_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK ("added_at" GLOB '????-??-??T*+00:00')
);

-- Indexes

CREATE UNIQUE INDEX "members_handle_key_key" ON "members"("handle_key");
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");
CREATE INDEX "sessions_member_id_idx" ON "sessions"("member_id");
CREATE INDEX "passkeys_member_id_idx" ON "passkeys"("member_id");
CREATE INDEX "former_handles_member_id_idx" ON "former_handles"("member_id");
CREATE INDEX "handle_skeletons_member_id_idx" ON "handle_skeletons"("member_id");
CREATE INDEX "gone_names_gone_at_idx" ON "gone_names"("gone_at");
CREATE INDEX "gone_names_member_id_idx" ON "gone_names"("member_id");
CREATE INDEX "places_name_key_idx" ON "places"("name_key");
CREATE INDEX "places_postcode_idx" ON "places"("postcode");
CREATE INDEX "places_recommended_by_idx" ON "places"("recommended_by");
CREATE UNIQUE INDEX "places_slug_key" ON "places"("slug");
CREATE INDEX "places_withheld_reason_withheld_at_idx" ON "places"("withheld_reason", "withheld_at");
CREATE INDEX "imported_places_place_id_idx" ON "imported_places"("place_id");
CREATE INDEX "former_slugs_place_id_idx" ON "former_slugs"("place_id");
CREATE INDEX "place_revisions_member_id_idx" ON "place_revisions"("member_id");
CREATE INDEX "place_revisions_place_id_id_idx" ON "place_revisions"("place_id", "id");
CREATE UNIQUE INDEX "cuisines_slug_key" ON "cuisines"("slug");
CREATE INDEX "place_cuisines_cuisine_id_place_id_idx" ON "place_cuisines"("cuisine_id", "place_id");
CREATE INDEX "opening_intervals_day_place_id_opens_at_closes_at_idx" ON "opening_intervals"("day", "place_id", "opens_at", "closes_at");
CREATE INDEX "sightings_created_at_id_state_place_id_idx" ON "sightings"("created_at" DESC, "id" DESC, "state", "place_id");
CREATE INDEX "sightings_member_id_idx" ON "sightings"("member_id");
CREATE INDEX "sightings_place_id_created_at_id_idx" ON "sightings"("place_id", "created_at", "id");
CREATE INDEX "reviews_created_at_id_idx" ON "reviews"("created_at", "id");
CREATE INDEX "reviews_dish_slug_place_id_rating_price_kind_price_pence_idx"
ON "reviews"("dish_slug", "place_id", "rating", "price_kind", "price_pence");
CREATE INDEX "reviews_member_id_idx" ON "reviews"("member_id");
CREATE UNIQUE INDEX "reviews_place_id_member_id_key" ON "reviews"("place_id", "member_id");
CREATE INDEX "reviews_place_id_rating_idx" ON "reviews"("place_id", "rating");
CREATE INDEX "reviews_place_id_updated_at_id_idx" ON "reviews"("place_id", "updated_at", "id");
CREATE INDEX "withheld_reviews_member_id_idx" ON "withheld_reviews"("member_id");
CREATE UNIQUE INDEX "withheld_reviews_place_id_member_id_key" ON "withheld_reviews"("place_id", "member_id");
CREATE INDEX "withheld_reviews_withheld_reason_withheld_at_idx" ON "withheld_reviews"("withheld_reason", "withheld_at");
CREATE INDEX "review_revisions_member_id_idx" ON "review_revisions"("member_id");
CREATE INDEX "review_revisions_place_id_member_id_id_idx" ON "review_revisions"("place_id", "member_id", "id");
CREATE INDEX "helpful_votes_author_id_idx" ON "helpful_votes"("author_id");
CREATE INDEX "helpful_votes_member_id_idx" ON "helpful_votes"("member_id");
CREATE INDEX "list_entries_list_place_id_idx" ON "list_entries"("list", "place_id");
CREATE INDEX "list_entries_place_id_idx" ON "list_entries"("place_id");
CREATE UNIQUE INDEX "shared_lists_token_key" ON "shared_lists"("token");
CREATE INDEX "flags_author_id_idx" ON "flags"("author_id");
CREATE INDEX "flags_member_id_idx" ON "flags"("member_id");
CREATE INDEX "flags_place_id_author_id_settled_at_idx" ON "flags"("place_id", "author_id", "settled_at");
CREATE INDEX "flags_put_aside_at_idx" ON "flags"("put_aside_at");
CREATE INDEX "flags_settled_at_created_at_idx" ON "flags"("settled_at", "created_at");
CREATE INDEX "merge_proposals_into_place_id_idx" ON "merge_proposals"("into_place_id");
CREATE INDEX "merge_proposals_proposed_by_idx" ON "merge_proposals"("proposed_by");
CREATE INDEX "place_reports_member_id_created_at_idx" ON "place_reports"("member_id", "created_at");
CREATE INDEX "place_reports_place_id_settled_at_idx" ON "place_reports"("place_id", "settled_at");
CREATE INDEX "place_reports_settled_at_created_at_idx" ON "place_reports"("settled_at", "created_at");
CREATE INDEX "merges_from_place_id_idx" ON "merges"("from_place_id");
CREATE INDEX "merges_into_place_id_idx" ON "merges"("into_place_id");
CREATE INDEX "merges_merged_by_idx" ON "merges"("merged_by");
CREATE INDEX "merges_undone_at_created_at_idx" ON "merges"("undone_at", "created_at");
CREATE INDEX "merged_reviews_member_id_idx" ON "merged_reviews"("member_id");
CREATE INDEX "moderation_actions_created_at_id_idx" ON "moderation_actions"("created_at", "id");
CREATE INDEX "moderation_actions_member_id_idx" ON "moderation_actions"("member_id");
CREATE INDEX "moderation_actions_moderator_id_idx" ON "moderation_actions"("moderator_id");
CREATE INDEX "moderation_actions_place_id_idx" ON "moderation_actions"("place_id");
CREATE INDEX "posted_forms_created_at_idx" ON "posted_forms"("created_at");
CREATE INDEX "posted_forms_member_id_idx" ON "posted_forms"("member_id");
CREATE INDEX "limit_counts_until_idx" ON "limit_counts"("until");
CREATE INDEX "postcodes_latitude_idx" ON "postcodes"("latitude");
CREATE INDEX "place_index_best" ON "place_index"("score" DESC, "place_id");
CREATE INDEX "place_index_cheapest" ON "place_index"("price_pence", "place_id");
CREATE INDEX "place_index_most_reviewed" ON "place_index"("review_count" DESC, "place_id");
CREATE INDEX "place_index_name" ON "place_index"("name_key", "place_id");
CREATE INDEX "place_index_nearest" ON "place_index"("campus_metres", "place_id");
CREATE INDEX "place_index_newest" ON "place_index"("created_at" DESC, "place_id" DESC);
CREATE INDEX "place_index_news" ON "place_index"("is_imported", "created_at" DESC, "place_id" DESC);
CREATE INDEX "place_index_prices_until_idx" ON "place_index"("prices_until");
CREATE INDEX "seed_records_member_id_idx" ON "seed_records"("member_id");

-- Views

CREATE VIEW "approximate_walks" AS
SELECT "places"."id" AS "place_id", "places"."approximate_walk" AS "minutes"
FROM "places" LEFT JOIN "campus"
WHERE "places"."approximate_walk" IS NOT NULL
    AND coalesce(abs("places"."walk_latitude" - "campus"."latitude"), 0) <= 0.0015
    AND coalesce(abs("places"."walk_longitude" - "campus"."longitude"), 0) <= 0.0025;

CREATE VIEW "campus_distances" AS
SELECT "place_index"."place_id", CASE WHEN "place_index"."latitude" IS NULL
    THEN (SELECT "minutes" FROM "approximate_walks" WHERE "approximate_walks"."place_id" = "place_index"."place_id") * 80 / 1.3
    ELSE 2 * 6371008.8 * asin(sqrt(min(1,
        pow(sin(radians("place_index"."latitude" - "campus"."latitude") / 2), 2)
        + cos(radians("place_index"."latitude")) * cos(radians("campus"."latitude"))
        * pow(sin(radians("place_index"."longitude" - "campus"."longitude") / 2), 2)))) END AS "metres"
FROM "place_index" CROSS JOIN "campus";

CREATE VIEW "diets_and_features" AS
SELECT "id" AS "place_id",
    EXISTS (SELECT 1 FROM "place_diets" WHERE "place_id" = "id" AND "diet" = 'vegan' AND "portion" <> 'none') AS "vegan",
    EXISTS (SELECT 1 FROM "place_diets" WHERE "place_id" = "id" AND "diet" IN ('vegetarian', 'vegan') AND "portion" <> 'none') AS "vegetarian",
    EXISTS (SELECT 1 FROM "place_diets" WHERE "place_id" = "id" AND "diet" = 'halal' AND "portion" <> 'none') AS "halal",
    EXISTS (SELECT 1 FROM "place_diets" WHERE "place_id" = "id" AND "diet" = 'kosher' AND "portion" <> 'none') AS "kosher",
    EXISTS (SELECT 1 FROM "place_diets" WHERE "place_id" = "id" AND "diet" = 'gluten-free' AND "portion" <> 'none') AS "gluten_free",
    EXISTS (SELECT 1 FROM "place_features" WHERE "place_id" = "id" AND "feature" = 'laptop' AND "present") AS "laptop",
    EXISTS (SELECT 1 FROM "place_features" WHERE "place_id" = "id" AND "feature" = 'sockets' AND "present") AS "sockets",
    EXISTS (SELECT 1 FROM "place_features" WHERE "place_id" = "id" AND "feature" = 'seats-for-six' AND "present") AS "seats_for_six",
    EXISTS (SELECT 1 FROM "place_features" WHERE "place_id" = "id" AND "feature" = 'step-free' AND "present") AS "step_free",
    EXISTS (SELECT 1 FROM "place_features" WHERE "place_id" = "id" AND "feature" = 'cards' AND "present") AS "cards",
    EXISTS (SELECT 1 FROM "place_features" WHERE "place_id" = "id" AND "feature" = 'outdoor-seats' AND "present") AS "outdoor_seats"
FROM "places";

CREATE VIEW "letter_ranges" ("first", "last", "is_kept") AS VALUES
    (0xe00, 0xfff, true), (0x1000, 0x109f, true), (0x1780, 0x17ff, true), (0x1950, 0x19ff, true),
    (0x1a20, 0x1aaf, true), (0x1b00, 0x1b7f, true), (0x2e80, 0x2fdf, true), (0x3005, 0x3007, true),
    (0x3021, 0x312f, true), (0x31a0, 0x31bf, true), (0x31f0, 0x31ff, true), (0x3400, 0x4dbf, true),
    (0x4e00, 0xa4cf, true), (0xa980, 0xa9ff, true), (0xaa60, 0xaadf, true), (0x16fe0, 0x18d8f, true),
    (0x1aff0, 0x1b2ff, true), (0x20000, 0x3ffff, true),
    (0x2b00, 0x2bff, false), (0xe000, 0xf8ff, false), (0xf0000, 0x10ffff, false),
    (0x1cc00, 0x1d3ff, false), (0x1d800, 0x1daff, false), (0x1f000, 0x1fbff, false);

CREATE VIEW "meal_prices" AS
SELECT "places"."id" AS "place_id", CASE
    WHEN "median_pence" IS NOT NULL THEN "median_pence"
    WHEN "mainly" IN ('drink', 'bite') THEN 9999
    WHEN "price_band" = 1 AND "mainly" IS NULL AND ("drink_pence" IS NOT NULL OR "bite_pence" IS NOT NULL) THEN 9999
    WHEN "price_band" = 1 THEN 799 WHEN "price_band" = 2 THEN 1499 WHEN "price_band" = 3 THEN 2499 ELSE 9999
END AS "price_pence"
FROM "places" LEFT JOIN "place_index" ON "place_index"."place_id" = "places"."id";

CREATE VIEW "median_prices" AS
SELECT "place_id",
    CAST(round(median("price_pence") FILTER (WHERE "price_kind" = 'meal')) AS INTEGER) AS "median_pence",
    count(*) FILTER (WHERE "price_kind" = 'meal') AS "price_count",
    CAST(round(median("price_pence") FILTER (WHERE "price_kind" = 'drink')) AS INTEGER) AS "drink_pence",
    count(*) FILTER (WHERE "price_kind" = 'drink') AS "drink_count",
    CAST(round(median("price_pence") FILTER (WHERE "price_kind" = 'bite')) AS INTEGER) AS "bite_pence",
    count(*) FILTER (WHERE "price_kind" = 'bite') AS "bite_count",
    date(min("paid_on"), '+12 months') AS "until"
FROM "paid_prices" WHERE "paid_on" > date('now', '-12 months') GROUP BY "place_id";

CREATE VIEW "offered_cuisines" AS
SELECT "id", "slug", "name" FROM "cuisines"
WHERE EXISTS (
        SELECT 1 FROM "seed_records" WHERE "key" IN ('cuisine:' || "cuisines"."slug", 'imported-cuisine:' || "cuisines"."slug")
    )
    OR EXISTS (
        SELECT 1 FROM "place_cuisines" JOIN "place_index" ON "place_index"."place_id" = "place_cuisines"."place_id"
        WHERE "place_cuisines"."cuisine_id" = "cuisines"."id"
    );

CREATE VIEW "paid_prices" AS
SELECT "place_id", "price_pence", coalesce("price_kind", 'meal') AS "price_kind", coalesce("visited_on", substr("created_at", 1, 10)) AS "paid_on"
FROM "reviews" WHERE "price_pence" IS NOT NULL;

CREATE VIEW "place_positions" AS
SELECT "places"."id" AS "place_id",
    CASE WHEN "places"."latitude" IS NULL THEN "postcodes"."latitude" ELSE "places"."latitude" END AS "latitude",
    CASE WHEN "places"."latitude" IS NULL THEN "postcodes"."longitude" ELSE "places"."longitude" END AS "longitude"
FROM "places" LEFT JOIN "postcodes" ON "postcodes"."postcode" = "places"."postcode";

CREATE VIEW "review_texts" AS
SELECT "id" AS "review_id",
    (SELECT CASE WHEN "text" GLOB '*[^ -~]*' THEN (
        WITH RECURSIVE "letters" ("position", "letter", "rest") AS (
            SELECT 0, '', "text"
            UNION ALL SELECT "position" + 1, substr("rest", 1, 1), substr("rest", 2) FROM "letters" WHERE "rest" <> ''
        )
        SELECT group_concat(CASE WHEN "letter" <= '~' THEN "letter" ELSE coalesce(
            (SELECT "folded" FROM "folded_letters" WHERE "folded_letters"."letter" = "letters"."letter"),
            (SELECT iif("is_kept", ' ' || "letter" || ' ', ' ') FROM "letter_ranges" WHERE unicode("letter") BETWEEN "first" AND "last"),
            "letter"
        ) END, '') FROM (SELECT "letter" FROM "letters" ORDER BY "position") AS "letters"
    ) ELSE "text" END FROM (SELECT replace(replace(replace(replace("reviews"."body", '''', ''), '’', ''), '`', ''), '&', ' and ') AS "text")) AS "body"
FROM "reviews";

CREATE VIEW "search_texts" AS
SELECT "places"."id" AS "place_id",
    (SELECT CASE WHEN "text" GLOB '*[^ -~]*' THEN (
        WITH RECURSIVE "letters" ("position", "letter", "rest") AS (
            SELECT 0, '', "text"
            UNION ALL SELECT "position" + 1, substr("rest", 1, 1), substr("rest", 2) FROM "letters" WHERE "rest" <> ''
        )
        SELECT group_concat(CASE WHEN "letter" <= '~' THEN "letter" ELSE coalesce(
            (SELECT "folded" FROM "folded_letters" WHERE "folded_letters"."letter" = "letters"."letter"),
            (SELECT iif("is_kept", ' ' || "letter" || ' ', ' ') FROM "letter_ranges" WHERE unicode("letter") BETWEEN "first" AND "last"),
            "letter"
        ) END, '') FROM (SELECT "letter" FROM "letters" ORDER BY "position") AS "letters"
    ) ELSE "text" END FROM (SELECT replace(replace(replace(replace("places"."name", '''', ''), '’', ''), '`', ''), '&', ' and ') AS "text")) AS "name",
    (SELECT CASE WHEN "text" GLOB '*[^ -~]*' THEN (
        WITH RECURSIVE "letters" ("position", "letter", "rest") AS (
            SELECT 0, '', "text"
            UNION ALL SELECT "position" + 1, substr("rest", 1, 1), substr("rest", 2) FROM "letters" WHERE "rest" <> ''
        )
        SELECT group_concat(CASE WHEN "letter" <= '~' THEN "letter" ELSE coalesce(
            (SELECT "folded" FROM "folded_letters" WHERE "folded_letters"."letter" = "letters"."letter"),
            (SELECT iif("is_kept", ' ' || "letter" || ' ', ' ') FROM "letter_ranges" WHERE unicode("letter") BETWEEN "first" AND "last"),
            "letter"
        ) END, '') FROM (SELECT "letter" FROM "letters" ORDER BY "position") AS "letters"
    ) ELSE "text" END FROM (SELECT replace(replace(replace(replace("places"."street" || coalesce(' ' || "places"."postcode" || ' ' || replace("places"."postcode", ' ', ''), ''), '''', ''), '’', ''), '`', ''), '&', ' and ') AS "text")) AS "street",
    (SELECT CASE WHEN "text" GLOB '*[^ -~]*' THEN (
        WITH RECURSIVE "letters" ("position", "letter", "rest") AS (
            SELECT 0, '', "text"
            UNION ALL SELECT "position" + 1, substr("rest", 1, 1), substr("rest", 2) FROM "letters" WHERE "rest" <> ''
        )
        SELECT group_concat(CASE WHEN "letter" <= '~' THEN "letter" ELSE coalesce(
            (SELECT "folded" FROM "folded_letters" WHERE "folded_letters"."letter" = "letters"."letter"),
            (SELECT iif("is_kept", ' ' || "letter" || ' ', ' ') FROM "letter_ranges" WHERE unicode("letter") BETWEEN "first" AND "last"),
            "letter"
        ) END, '') FROM (SELECT "letter" FROM "letters" ORDER BY "position") AS "letters"
    ) ELSE "text" END FROM (SELECT replace(replace(replace(replace((
        SELECT group_concat("cuisines"."name", ', ') FROM "place_cuisines"
        JOIN "cuisines" ON "cuisines"."id" = "place_cuisines"."cuisine_id"
        WHERE "place_cuisines"."place_id" = "places"."id"
    ), '''', ''), '’', ''), '`', ''), '&', ' and ') AS "text")) AS "cuisines",
    (SELECT CASE WHEN "text" GLOB '*[^ -~]*' THEN (
        WITH RECURSIVE "letters" ("position", "letter", "rest") AS (
            SELECT 0, '', "text"
            UNION ALL SELECT "position" + 1, substr("rest", 1, 1), substr("rest", 2) FROM "letters" WHERE "rest" <> ''
        )
        SELECT group_concat(CASE WHEN "letter" <= '~' THEN "letter" ELSE coalesce(
            (SELECT "folded" FROM "folded_letters" WHERE "folded_letters"."letter" = "letters"."letter"),
            (SELECT iif("is_kept", ' ' || "letter" || ' ', ' ') FROM "letter_ranges" WHERE unicode("letter") BETWEEN "first" AND "last"),
            "letter"
        ) END, '') FROM (SELECT "letter" FROM "letters" ORDER BY "position") AS "letters"
    ) ELSE "text" END FROM (SELECT replace(replace(replace(replace((
        SELECT group_concat(DISTINCT "reviews"."dish") FROM "reviews"
        WHERE "reviews"."place_id" = "places"."id" AND "reviews"."dish" IS NOT NULL
    ), '''', ''), '’', ''), '`', ''), '&', ' and ') AS "text")) AS "dishes"
FROM "places" WHERE "places"."withheld_reason" IS NULL;

-- Full-text search

CREATE VIRTUAL TABLE "name_search" USING fts5("name", tokenize = 'trigram', content = '', contentless_delete = 1);

CREATE VIRTUAL TABLE "place_search" USING fts5(
    "name", "street", "cuisines", "dishes",
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '', contentless_delete = 1
);

CREATE VIRTUAL TABLE "place_words" USING fts5vocab("place_search", 'row');

CREATE VIRTUAL TABLE "review_search" USING fts5(
    "body", tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', content = '', contentless_delete = 1
);

-- Triggers, by the table that fires them

-- members: A handle that somebody had is nobody else's.
CREATE TRIGGER "handles_are_not_taken_over" BEFORE INSERT ON "members"
WHEN EXISTS (SELECT 1 FROM "former_handles" WHERE "handle_key" = NEW."handle_key") BEGIN
    SELECT RAISE(ABORT, 'handle belongs to somebody else');
END;

-- places: A place that everybody may see gets its row in place_index and in place_search, which follow it; withheld or deleted, it loses both. An address that led to another place is refused.
CREATE TRIGGER "place_index_follows_place" AFTER UPDATE ON "places" BEGIN
    UPDATE "place_index" SET "name_key" = NEW."name_key", "created_at" = NEW."created_at",
        "is_closed" = NEW."closed_on" IS NOT NULL, "hours_confirmed_on" = NEW."hours_confirmed_on",
        "price_pence" = (SELECT "price_pence" FROM "meal_prices" WHERE "meal_prices"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_index_follows_position" AFTER UPDATE OF "latitude", "longitude", "postcode", "approximate_walk" ON "places" BEGIN
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_index_forgets_withheld_place" AFTER UPDATE OF "withheld_reason" ON "places"
WHEN NEW."withheld_reason" IS NOT NULL AND OLD."withheld_reason" IS NULL BEGIN
    DELETE FROM "place_index" WHERE "place_id" = NEW."id";
    DELETE FROM "place_search" WHERE "rowid" = NEW."id";
END;

CREATE TRIGGER "place_index_of_new_place" AFTER INSERT ON "places" WHEN NEW."withheld_reason" IS NULL BEGIN
    INSERT INTO "place_index" ("place_id", "name_key", "created_at", "is_closed", "price_pence", "hours_confirmed_on")
    SELECT NEW."id", NEW."name_key", NEW."created_at", NEW."closed_on" IS NOT NULL, "price_pence",
        NEW."hours_confirmed_on"
    FROM "meal_prices" WHERE "place_id" = NEW."id";
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
    FROM "meal_prices" WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET (
        "vegan", "vegetarian", "halal", "kosher", "gluten_free",
        "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
    ) = (
        SELECT "vegan", "vegetarian", "halal", "kosher", "gluten_free",
            "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
        FROM "diets_and_features" WHERE "diets_and_features"."place_id" = NEW."id"
    )
    WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("review_count", "rating_sum") =
        (SELECT count(*), coalesce(sum("rating"), 0) FROM "reviews" WHERE "reviews"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
            max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
    INSERT INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_search_follows_place" AFTER UPDATE OF "name", "street", "postcode" ON "places" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."id";
END;

CREATE TRIGGER "place_search_forgets_place" AFTER DELETE ON "places" BEGIN
    DELETE FROM "place_search" WHERE "rowid" = OLD."id";
END;

CREATE TRIGGER "slugs_are_not_taken_over" BEFORE INSERT ON "places"
WHEN EXISTS (SELECT 1 FROM "former_slugs" WHERE "slug" = NEW."slug") BEGIN
    SELECT RAISE(ABORT, 'slug belongs to another place');
END;

CREATE TRIGGER "walk_is_from_campus" AFTER UPDATE OF "approximate_walk", "walk_latitude" ON "places"
WHEN NEW."approximate_walk" IS NOT NULL AND NEW."walk_latitude" IS NULL BEGIN
    UPDATE "places" SET ("walk_latitude", "walk_longitude") = (SELECT "latitude", "longitude" FROM "campus")
    WHERE "id" = NEW."id" AND EXISTS (SELECT 1 FROM "campus");
END;

CREATE TRIGGER "walk_of_new_place_is_from_campus" AFTER INSERT ON "places" WHEN NEW."approximate_walk" IS NOT NULL BEGIN
    UPDATE "places" SET ("walk_latitude", "walk_longitude") = (SELECT "latitude", "longitude" FROM "campus")
    WHERE "id" = NEW."id";
END;

-- imported_places: place_index says that the page was made by an import.
CREATE TRIGGER "place_index_follows_import" AFTER INSERT ON "imported_places" WHEN NEW."facts" IS NOT NULL BEGIN
    UPDATE "place_index" SET "is_imported" = true WHERE "place_id" = NEW."place_id";
END;

-- cuisines: place_search follows a cuisine's new name.
CREATE TRIGGER "place_search_follows_renamed_cuisine" AFTER UPDATE OF "name" ON "cuisines" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT "search_texts".* FROM "place_cuisines" JOIN "search_texts" USING ("place_id")
    WHERE "place_cuisines"."cuisine_id" = NEW."id";
END;

-- place_cuisines: place_search follows what a place serves. Rows are replaced, not changed.
CREATE TRIGGER "place_cuisines_stay_as_they_are" BEFORE UPDATE ON "place_cuisines" BEGIN
    SELECT RAISE(ABORT, 'a cuisine of a place is replaced, not changed');
END;

CREATE TRIGGER "place_search_follows_deleted_cuisine" AFTER DELETE ON "place_cuisines" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "place_search_follows_new_cuisine" AFTER INSERT ON "place_cuisines" BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."place_id";
END;

-- opening_intervals: Hours of one place that overlap are refused. Rows are replaced, not changed.
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

CREATE TRIGGER "opening_intervals_stay_as_they_are" BEFORE UPDATE ON "opening_intervals" BEGIN
    SELECT RAISE(ABORT, 'an opening interval is replaced, not changed');
END;

-- place_diets: place_index says anew which diets the place suits.
CREATE TRIGGER "index_follows_changed_diet" AFTER UPDATE ON "place_diets" BEGIN
    UPDATE "place_index" SET (
        "vegan", "vegetarian", "halal", "kosher", "gluten_free",
        "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
    ) = (
        SELECT "vegan", "vegetarian", "halal", "kosher", "gluten_free",
            "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
        FROM "diets_and_features" WHERE "diets_and_features"."place_id" = NEW."place_id"
    )
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "index_follows_deleted_diet" AFTER DELETE ON "place_diets" BEGIN
    UPDATE "place_index" SET (
        "vegan", "vegetarian", "halal", "kosher", "gluten_free",
        "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
    ) = (
        SELECT "vegan", "vegetarian", "halal", "kosher", "gluten_free",
            "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
        FROM "diets_and_features" WHERE "diets_and_features"."place_id" = OLD."place_id"
    )
    WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "index_follows_new_diet" AFTER INSERT ON "place_diets" BEGIN
    UPDATE "place_index" SET (
        "vegan", "vegetarian", "halal", "kosher", "gluten_free",
        "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
    ) = (
        SELECT "vegan", "vegetarian", "halal", "kosher", "gluten_free",
            "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
        FROM "diets_and_features" WHERE "diets_and_features"."place_id" = NEW."place_id"
    )
    WHERE "place_id" = NEW."place_id";
END;

-- place_features: place_index says anew what the place has.
CREATE TRIGGER "index_follows_changed_feature" AFTER UPDATE ON "place_features" BEGIN
    UPDATE "place_index" SET (
        "vegan", "vegetarian", "halal", "kosher", "gluten_free",
        "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
    ) = (
        SELECT "vegan", "vegetarian", "halal", "kosher", "gluten_free",
            "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
        FROM "diets_and_features" WHERE "diets_and_features"."place_id" = NEW."place_id"
    )
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "index_follows_deleted_feature" AFTER DELETE ON "place_features" BEGIN
    UPDATE "place_index" SET (
        "vegan", "vegetarian", "halal", "kosher", "gluten_free",
        "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
    ) = (
        SELECT "vegan", "vegetarian", "halal", "kosher", "gluten_free",
            "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
        FROM "diets_and_features" WHERE "diets_and_features"."place_id" = OLD."place_id"
    )
    WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "index_follows_new_feature" AFTER INSERT ON "place_features" BEGIN
    UPDATE "place_index" SET (
        "vegan", "vegetarian", "halal", "kosher", "gluten_free",
        "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
    ) = (
        SELECT "vegan", "vegetarian", "halal", "kosher", "gluten_free",
            "laptop", "sockets", "seats_for_six", "step_free", "cards", "outdoor_seats"
        FROM "diets_and_features" WHERE "diets_and_features"."place_id" = NEW."place_id"
    )
    WHERE "place_id" = NEW."place_id";
END;

-- reviews: place_index and site_score count the rating, place_index the price, place_search the dish and review_search the words. With the last of a member's review of a place go its votes and flags.
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

CREATE TRIGGER "place_search_follows_new_dish" AFTER INSERT ON "reviews" WHEN NEW."dish" IS NOT NULL BEGIN
    INSERT OR REPLACE INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes")
    SELECT * FROM "search_texts" WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_count_changed_review"
AFTER UPDATE OF "price_pence", "price_kind", "visited_on", "created_at", "place_id" ON "reviews"
WHEN NEW."price_pence" IS NOT NULL OR OLD."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
            max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = OLD."place_id")
    WHERE "place_id" = OLD."place_id";
    UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
            max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_count_new_review" AFTER INSERT ON "reviews" WHEN NEW."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
            max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_forget_deleted_review" AFTER DELETE ON "reviews" WHEN OLD."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
            max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = OLD."place_id")
    WHERE "place_id" = OLD."place_id";
END;

CREATE TRIGGER "review_search_follows_changed_review" AFTER UPDATE OF "body" ON "reviews" BEGIN
    INSERT OR REPLACE INTO "review_search" ("rowid", "body")
    SELECT * FROM "review_texts" WHERE "review_id" = NEW."id";
END;

CREATE TRIGGER "review_search_follows_new_review" AFTER INSERT ON "reviews" BEGIN
    INSERT INTO "review_search" ("rowid", "body")
    SELECT * FROM "review_texts" WHERE "review_id" = NEW."id";
END;

CREATE TRIGGER "review_search_forgets_review" AFTER DELETE ON "reviews" BEGIN
    DELETE FROM "review_search" WHERE "rowid" = OLD."id";
END;

CREATE TRIGGER "sums_count_changed_review" AFTER UPDATE OF "rating", "place_id" ON "reviews" BEGIN
    UPDATE "site_score" SET "rating_sum" = "rating_sum" - OLD."rating" + NEW."rating";
    UPDATE "place_index" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating"
    WHERE "place_id" = OLD."place_id";
    UPDATE "place_index" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating"
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "sums_count_new_review" AFTER INSERT ON "reviews" BEGIN
    UPDATE "site_score" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating";
    UPDATE "place_index" SET "review_count" = "review_count" + 1, "rating_sum" = "rating_sum" + NEW."rating"
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "sums_forget_deleted_review" AFTER DELETE ON "reviews" BEGIN
    UPDATE "place_index" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating"
    WHERE "place_id" = OLD."place_id";
    UPDATE "site_score" SET "review_count" = "review_count" - 1, "rating_sum" = "rating_sum" - OLD."rating";
END;

CREATE TRIGGER "votes_forget_review" AFTER DELETE ON "reviews"
WHEN NOT EXISTS (SELECT 1 FROM "withheld_reviews" WHERE "place_id" = OLD."place_id" AND "member_id" = OLD."member_id") BEGIN
    DELETE FROM "helpful_votes" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
    DELETE FROM "flags" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
END;

-- withheld_reviews: With the last of a member's review of a place go its votes and flags.
CREATE TRIGGER "votes_forget_withheld_review" AFTER DELETE ON "withheld_reviews"
WHEN NOT EXISTS (SELECT 1 FROM "reviews" WHERE "place_id" = OLD."place_id" AND "member_id" = OLD."member_id") BEGIN
    DELETE FROM "helpful_votes" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
    DELETE FROM "flags" WHERE "place_id" = OLD."place_id" AND "author_id" = OLD."member_id";
END;

-- flags: A second flag of one member for one item is refused until the first is settled.
CREATE TRIGGER "flags_are_raised_once" BEFORE INSERT ON "flags"
WHEN EXISTS (
    SELECT 1 FROM "flags" AS "other"
    WHERE "other"."member_id" = NEW."member_id" AND "other"."place_id" = NEW."place_id"
        AND "other"."author_id" IS NEW."author_id" AND "other"."settled_at" IS NULL
) BEGIN
    SELECT RAISE(ABORT, 'flagged already');
END;

-- postcodes: place_index follows with the positions of the places that have no exact one.
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

CREATE TRIGGER "positions_follow_new_postcode" AFTER INSERT ON "postcodes" BEGIN
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = "place_index"."place_id")
    WHERE "place_id" IN (SELECT "id" FROM "places" WHERE "postcode" = NEW."postcode");
END;

-- campus: place_index measures all walks anew.
CREATE TRIGGER "metres_follow_moved_campus" AFTER UPDATE ON "campus" BEGIN
    UPDATE "place_index" SET "campus_metres" =
        (SELECT "metres" FROM "campus_distances" WHERE "campus_distances"."place_id" = "place_index"."place_id");
END;

CREATE TRIGGER "metres_follow_new_campus" AFTER INSERT ON "campus" BEGIN
    UPDATE "place_index" SET "campus_metres" =
        (SELECT "metres" FROM "campus_distances" WHERE "campus_distances"."place_id" = "place_index"."place_id");
END;

CREATE TRIGGER "walks_are_from_new_campus" AFTER INSERT ON "campus" BEGIN
    UPDATE "places" SET "walk_latitude" = NEW."latitude", "walk_longitude" = NEW."longitude"
    WHERE "approximate_walk" IS NOT NULL AND "walk_latitude" IS NULL;
END;

-- site_score: The mean follows the sums, and the scores in place_index follow the mean.
CREATE TRIGGER "scores_follow_the_mean" AFTER UPDATE OF "mean" ON "site_score" WHEN NEW."mean" IS NOT OLD."mean" BEGIN
    UPDATE "place_index" SET "score" = (4 * NEW."mean" + "rating_sum") / (4 + "review_count") WHERE "review_count" > 0;
END;

CREATE TRIGGER "site_score_follows_its_sums" AFTER UPDATE OF "review_count", "rating_sum" ON "site_score" BEGIN
    UPDATE "site_score"
    SET "mean" = CASE WHEN NEW."review_count" = 0 THEN 0 ELSE round(1.0 * NEW."rating_sum" / NEW."review_count", 1) END
    WHERE "id" = NEW."id";
END;

-- place_index: name_search follows the name, the score the sums, the price its median, the walk the position. A page that an import made stays known as one.
CREATE TRIGGER "metres_follow_position" AFTER UPDATE OF "latitude", "longitude" ON "place_index" BEGIN
    UPDATE "place_index" SET "campus_metres" =
        (SELECT "metres" FROM "campus_distances" WHERE "campus_distances"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "name_search_follows_place" AFTER UPDATE OF "name_key" ON "place_index" WHEN NEW."name_key" <> OLD."name_key" BEGIN
    INSERT OR REPLACE INTO "name_search" ("rowid", "name") VALUES (NEW."place_id", replace(NEW."name_key", ' ', ''));
END;

CREATE TRIGGER "name_search_forgets_place" AFTER DELETE ON "place_index" BEGIN
    DELETE FROM "name_search" WHERE "rowid" = OLD."place_id";
END;

CREATE TRIGGER "name_search_has_new_place" AFTER INSERT ON "place_index" BEGIN
    INSERT INTO "name_search" ("rowid", "name") VALUES (NEW."place_id", replace(NEW."name_key", ' ', ''));
END;

CREATE TRIGGER "place_index_remembers_import" AFTER INSERT ON "place_index"
WHEN EXISTS (SELECT 1 FROM "imported_places" WHERE "place_id" = NEW."place_id" AND "facts" IS NOT NULL) BEGIN
    UPDATE "place_index" SET "is_imported" = true WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_follow_their_median" AFTER UPDATE OF "median_pence", "drink_pence", "bite_pence" ON "place_index" BEGIN
    UPDATE "place_index" SET "price_pence" =
        (SELECT "price_pence" FROM "meal_prices" WHERE "meal_prices"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "scores_follow_their_sums" AFTER UPDATE OF "review_count", "rating_sum" ON "place_index" BEGIN
    UPDATE "place_index"
    SET "score" = CASE WHEN NEW."review_count" > 0
        THEN (4 * (SELECT "mean" FROM "site_score") + NEW."rating_sum") / (4 + NEW."review_count") END
    WHERE "place_id" = NEW."place_id";
END;
