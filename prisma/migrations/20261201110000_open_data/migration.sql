-- Written by hand: Prisma would rebuild tables, and their triggers would vanish.

-- Nobody may have said what a place costs, wherever it comes from.
ALTER TABLE "places" ADD COLUMN "price_is_unknown" BOOLEAN NOT NULL DEFAULT false CHECK ("price_is_unknown" IN (0, 1));

UPDATE "places" SET "price_is_unknown" = true
WHERE "id" IN (SELECT "place_id" FROM "imported_places" WHERE "price_is_unknown");

-- imported_places knows a third source, and of which day its facts are.
DROP TRIGGER "place_index_remembers_import";

CREATE TABLE "new_imported_places" (
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

INSERT INTO "new_imported_places"
    ("place_id", "source", "source_id", "area", "facts", "vanished_on", "created_at")
SELECT "place_id", "source", "source_id", "area", "facts", "vanished_on", "created_at"
FROM "imported_places";

DROP TABLE "imported_places";

ALTER TABLE "new_imported_places" RENAME TO "imported_places";

CREATE INDEX "imported_places_place_id_idx" ON "imported_places"("place_id");

CREATE TRIGGER "place_index_follows_import" AFTER INSERT ON "imported_places" WHEN NEW."facts" IS NOT NULL BEGIN
    UPDATE "place_index" SET "is_imported" = true WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "place_index_remembers_import" AFTER INSERT ON "place_index"
WHEN EXISTS (SELECT 1 FROM "imported_places" WHERE "place_id" = NEW."place_id" AND "facts" IS NOT NULL) BEGIN
    UPDATE "place_index" SET "is_imported" = true WHERE "place_id" = NEW."place_id";
END;

ALTER TABLE "place_revisions" ADD COLUMN "source" TEXT CHECK ("source" IN ('fhrs', 'osm', 'places'));

-- Of a page that an import made nobody had said a price: its first version says so.
UPDATE "place_revisions" SET "facts" = json_set("facts", '$.priceBand', NULL), "source" = 'fhrs'
WHERE "member_id" IS NULL AND "is_undo" = 0 AND json_extract("facts", '$.priceBand') = 4
  AND "id" = (SELECT min("id") FROM "place_revisions" AS "first" WHERE "first"."place_id" = "place_revisions"."place_id")
  AND "place_id" IN (SELECT "place_id" FROM "imported_places" WHERE "facts" IS NOT NULL);

-- While nobody has, all of its versions do.
UPDATE "place_revisions" SET "facts" = json_set("facts", '$.priceBand', NULL)
WHERE "place_id" IN (SELECT "id" FROM "places" WHERE "price_is_unknown");

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

DROP VIEW "offered_cuisines";

CREATE VIEW "offered_cuisines" AS
SELECT "id", "slug", "name" FROM "cuisines"
WHERE EXISTS (
        SELECT 1 FROM "seed_records" WHERE "key" IN ('cuisine:' || "cuisines"."slug", 'imported-cuisine:' || "cuisines"."slug")
    )
    OR EXISTS (
        SELECT 1 FROM "place_cuisines" JOIN "place_index" ON "place_index"."place_id" = "place_cuisines"."place_id"
        WHERE "place_cuisines"."cuisine_id" = "cuisines"."id"
    );

-- Which postcodes are near a position.
CREATE INDEX "postcodes_latitude_idx" ON "postcodes"("latitude");
