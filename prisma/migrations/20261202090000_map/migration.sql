-- Written by hand: Prisma would rebuild places, and its triggers would vanish.

-- Where the campus was when somebody said the walk: of another campus it says nothing.
ALTER TABLE "places" ADD COLUMN "walk_latitude" REAL CHECK ("walk_latitude" IS NULL OR "walk_latitude" BETWEEN -90 AND 90);
ALTER TABLE "places" ADD COLUMN "walk_longitude" REAL CHECK ("walk_longitude" IS NULL OR "walk_longitude" BETWEEN -180 AND 180);

UPDATE "places" SET ("walk_latitude", "walk_longitude") = (SELECT "latitude", "longitude" FROM "campus")
WHERE "approximate_walk" IS NOT NULL;

-- Within some 170 metres, half a step of what people say, it is the same campus.
CREATE VIEW "approximate_walks" AS
SELECT "places"."id" AS "place_id", "places"."approximate_walk" AS "minutes"
FROM "places" LEFT JOIN "campus"
WHERE "places"."approximate_walk" IS NOT NULL
    AND coalesce(abs("places"."walk_latitude" - "campus"."latitude"), 0) <= 0.0015
    AND coalesce(abs("places"."walk_longitude" - "campus"."longitude"), 0) <= 0.0025;

DROP VIEW "campus_distances";

CREATE VIEW "campus_distances" AS
SELECT "place_index"."place_id", CASE WHEN "place_index"."latitude" IS NULL
    THEN (SELECT "minutes" FROM "approximate_walks" WHERE "approximate_walks"."place_id" = "place_index"."place_id") * 80 / 1.3
    ELSE 2 * 6371008.8 * asin(sqrt(min(1,
        pow(sin(radians("place_index"."latitude" - "campus"."latitude") / 2), 2)
        + cos(radians("place_index"."latitude")) * cos(radians("campus"."latitude"))
        * pow(sin(radians("place_index"."longitude" - "campus"."longitude") / 2), 2)))) END AS "metres"
FROM "place_index" CROSS JOIN "campus";

CREATE TRIGGER "walk_is_from_campus" AFTER UPDATE OF "approximate_walk", "walk_latitude" ON "places"
WHEN NEW."approximate_walk" IS NOT NULL AND NEW."walk_latitude" IS NULL BEGIN
    UPDATE "places" SET ("walk_latitude", "walk_longitude") = (SELECT "latitude", "longitude" FROM "campus")
    WHERE "id" = NEW."id" AND EXISTS (SELECT 1 FROM "campus");
END;

CREATE TRIGGER "walk_of_new_place_is_from_campus" AFTER INSERT ON "places" WHEN NEW."approximate_walk" IS NOT NULL BEGIN
    UPDATE "places" SET ("walk_latitude", "walk_longitude") = (SELECT "latitude", "longitude" FROM "campus")
    WHERE "id" = NEW."id";
END;

CREATE TRIGGER "walks_are_from_new_campus" AFTER INSERT ON "campus" BEGIN
    UPDATE "places" SET "walk_latitude" = NEW."latitude", "walk_longitude" = NEW."longitude"
    WHERE "approximate_walk" IS NOT NULL AND "walk_latitude" IS NULL;
END;
