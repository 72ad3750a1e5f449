-- Written by hand: Prisma would rebuild places, and its triggers would vanish.

ALTER TABLE "places" ADD COLUMN "approximate_walk" INTEGER CHECK ("approximate_walk" IS NULL OR "approximate_walk" IN (5, 10, 15));

-- 80 metres a minute and a detour of 1.3, as in app/domain/walk/walk.ts. What is measured counts before what was said roughly.
DROP VIEW "campus_distances";

CREATE VIEW "campus_distances" AS
SELECT "place_index"."place_id", CASE WHEN "place_index"."latitude" IS NULL THEN "places"."approximate_walk" * 80 / 1.3
    ELSE 2 * 6371008.8 * asin(sqrt(min(1,
        pow(sin(radians("place_index"."latitude" - "campus"."latitude") / 2), 2)
        + cos(radians("place_index"."latitude")) * cos(radians("campus"."latitude"))
        * pow(sin(radians("place_index"."longitude" - "campus"."longitude") / 2), 2)))) END AS "metres"
FROM "place_index" JOIN "places" ON "places"."id" = "place_index"."place_id" CROSS JOIN "campus";

DROP TRIGGER "place_index_follows_position";

CREATE TRIGGER "place_index_follows_position" AFTER UPDATE OF "latitude", "longitude", "postcode", "approximate_walk" ON "places" BEGIN
    UPDATE "place_index" SET ("latitude", "longitude") =
        (SELECT "latitude", "longitude" FROM "place_positions" WHERE "place_positions"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
END;
