-- Written by hand: Prisma would rebuild places, and its triggers would vanish.

ALTER TABLE "places" ADD COLUMN "mainly" TEXT CHECK ("mainly" IS NULL OR "mainly" IN ('meal', 'drink', 'bite'));

-- Where people mainly have a coffee, the band is no price of a meal.
DROP VIEW "meal_prices";

CREATE VIEW "meal_prices" AS
SELECT "places"."id" AS "place_id", CASE
    WHEN "median_pence" IS NOT NULL THEN "median_pence"
    WHEN "mainly" IN ('drink', 'bite') THEN 9999
    WHEN "price_band" = 1 AND "mainly" IS NULL AND ("drink_pence" IS NOT NULL OR "bite_pence" IS NOT NULL) THEN 9999
    WHEN "price_band" = 1 THEN 799 WHEN "price_band" = 2 THEN 1499 WHEN "price_band" = 3 THEN 2499 ELSE 9999
END AS "price_pence"
FROM "places" LEFT JOIN "place_index" ON "place_index"."place_id" = "places"."id";
