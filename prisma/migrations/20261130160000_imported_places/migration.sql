-- Written by hand: Prisma would rebuild place_index, and its triggers would vanish.

CREATE TABLE "imported_places" (
    "place_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "facts" TEXT,
    "price_is_unknown" BOOLEAN NOT NULL DEFAULT false,
    "vanished_on" TEXT,
    "created_at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("source", "source_id"),
    CONSTRAINT "imported_places_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("source" IN ('fhrs', 'osm')),
    CHECK (length("source_id") BETWEEN 1 AND 40),
    CHECK (length("area") <= 40),
    CHECK ("facts" IS NULL OR json_valid("facts")),
    CHECK ("price_is_unknown" IN (0, 1)),
    CHECK ("vanished_on" IS NULL OR date("vanished_on") IS "vanished_on"),
    CHECK ("created_at" GLOB '????-??-??T*+00:00')
);

CREATE INDEX "imported_places_place_id_idx" ON "imported_places"("place_id");

ALTER TABLE "place_index" ADD COLUMN "is_imported" BOOLEAN NOT NULL DEFAULT false CHECK ("is_imported" IN (0, 1));

CREATE INDEX "place_index_news" ON "place_index"("is_imported", "created_at" DESC, "place_id" DESC);

CREATE TRIGGER "place_index_follows_import" AFTER INSERT ON "imported_places" WHEN NEW."facts" IS NOT NULL BEGIN
    UPDATE "place_index" SET "is_imported" = true WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "place_index_remembers_import" AFTER INSERT ON "place_index"
WHEN EXISTS (SELECT 1 FROM "imported_places" WHERE "place_id" = NEW."place_id" AND "facts" IS NOT NULL) BEGIN
    UPDATE "place_index" SET "is_imported" = true WHERE "place_id" = NEW."place_id";
END;
