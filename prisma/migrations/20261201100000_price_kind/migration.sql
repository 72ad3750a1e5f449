-- Written by hand: Prisma would rebuild the tables, and their triggers would vanish.

DROP TRIGGER "place_index_follows_place";
DROP TRIGGER "place_index_of_new_place";
DROP TRIGGER "place_index_of_released_place";
DROP TRIGGER "prices_count_changed_review";
DROP TRIGGER "prices_count_new_review";
DROP TRIGGER "prices_forget_deleted_review";
DROP TRIGGER "prices_follow_their_median";
DROP VIEW "median_prices";
DROP VIEW "paid_prices";
DROP VIEW "band_prices";

ALTER TABLE "reviews" ADD COLUMN "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL);
ALTER TABLE "withheld_reviews" ADD COLUMN "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL);
ALTER TABLE "review_revisions" ADD COLUMN "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL);
ALTER TABLE "merged_reviews" ADD COLUMN "price_kind" TEXT CHECK ("price_kind" IS NULL OR "price_kind" IN ('meal', 'drink', 'bite') AND "price_pence" IS NOT NULL);

-- As guessPriceKind guesses, from the words of what they had.
CREATE TABLE "guessed_kinds" AS
WITH RECURSIVE "words" ("word", "kind") AS (
    VALUES
        ('coffee', 'drink'), ('flat-white', 'drink'), ('latte', 'drink'), ('cappuccino', 'drink'), ('espresso', 'drink'),
        ('americano', 'drink'), ('macchiato', 'drink'), ('cortado', 'drink'), ('mocha', 'drink'), ('ristretto', 'drink'),
        ('lungo', 'drink'), ('piccolo', 'drink'), ('cold-brew', 'drink'), ('filter', 'drink'), ('batch-brew', 'drink'), ('v60', 'drink'),
        ('pour-over', 'drink'), ('long-black', 'drink'), ('decaf', 'drink'), ('tea', 'drink'), ('chai', 'drink'), ('matcha', 'drink'),
        ('rooibos', 'drink'), ('earl-grey', 'drink'), ('hot-chocolate', 'drink'), ('cocoa', 'drink'), ('cafe-au-lait', 'drink'),
        ('juice', 'drink'), ('smoothie', 'drink'), ('milkshake', 'drink'), ('shake', 'drink'), ('frappe', 'drink'), ('lassi', 'drink'),
        ('ayran', 'drink'), ('lemonade', 'drink'), ('cordial', 'drink'), ('kombucha', 'drink'), ('soda', 'drink'), ('cola', 'drink'),
        ('coke', 'drink'), ('pepsi', 'drink'), ('fanta', 'drink'), ('sprite', 'drink'), ('irn-bru', 'drink'), ('tonic', 'drink'),
        ('water', 'drink'), ('milk', 'drink'), ('horchata', 'drink'), ('boba', 'drink'), ('beer', 'drink'), ('lager', 'drink'),
        ('ale', 'drink'), ('ipa', 'drink'), ('stout', 'drink'), ('porter', 'drink'), ('pint', 'drink'), ('guinness', 'drink'),
        ('cider', 'drink'), ('perry', 'drink'), ('wine', 'drink'), ('prosecco', 'drink'), ('champagne', 'drink'), ('cava', 'drink'),
        ('sake', 'drink'), ('soju', 'drink'), ('cocktail', 'drink'), ('mocktail', 'drink'), ('spritz', 'drink'), ('negroni', 'drink'),
        ('martini', 'drink'), ('margarita', 'drink'), ('mojito', 'drink'), ('gin', 'drink'), ('rum', 'drink'), ('whisky', 'drink'),
        ('whiskey', 'drink'), ('vodka', 'drink'), ('mezcal', 'drink'), ('tequila', 'drink'), ('shot', 'drink'), ('drink', 'drink'),
        ('brew', 'drink'), ('cuppa', 'drink'), ('breakfast-tea', 'drink'), ('cake', 'bite'), ('cheesecake', 'bite'), ('cupcake', 'bite'),
        ('cookie', 'bite'), ('biscuit', 'bite'), ('brownie', 'bite'), ('blondie', 'bite'), ('flapjack', 'bite'), ('muffin', 'bite'),
        ('scone', 'bite'), ('croissant', 'bite'), ('cruffin', 'bite'), ('cronut', 'bite'), ('pain-au-chocolat', 'bite'),
        ('pain-aux-raisins', 'bite'), ('pain-au-raisin', 'bite'), ('pastry', 'bite'), ('pastries', 'bite'), ('danish', 'bite'),
        ('doughnut', 'bite'), ('donut', 'bite'), ('bun', 'bite'), ('teacake', 'bite'), ('crumpet', 'bite'), ('eclair', 'bite'),
        ('tart', 'bite'), ('tartlet', 'bite'), ('baklava', 'bite'), ('kunafa', 'bite'), ('knafeh', 'bite'), ('macaron', 'bite'),
        ('macaroon', 'bite'), ('madeleine', 'bite'), ('tiramisu', 'bite'), ('panna-cotta', 'bite'), ('creme-brulee', 'bite'),
        ('pudding', 'bite'), ('crumble', 'bite'), ('ice-cream', 'bite'), ('gelato', 'bite'), ('sorbet', 'bite'), ('sundae', 'bite'),
        ('froyo', 'bite'), ('frozen-yoghurt', 'bite'), ('yoghurt', 'bite'), ('yogurt', 'bite'), ('mochi', 'bite'), ('churro', 'bite'),
        ('chocolate', 'bite'), ('fudge', 'bite'), ('truffle', 'bite'), ('sweet', 'bite'), ('dessert', 'bite'), ('snack', 'bite'),
        ('crisp', 'bite'), ('nut', 'bite'), ('olive', 'bite'), ('pickle', 'bite'), ('gherkin', 'bite'), ('kimchi', 'bite'),
        ('side', 'bite'), ('dip', 'bite'), ('bread', 'bite'), ('loaf', 'bite'), ('loaves', 'bite'), ('fries', 'bite'), ('chip', 'bite'),
        ('wedge', 'bite'), ('onion-ring', 'bite'), ('coleslaw', 'bite'), ('slaw', 'bite'), ('mushy-pea', 'bite'), ('edamame', 'bite'),
        ('poppadom', 'bite'), ('samosa', 'bite'), ('bhaji', 'bite'), ('pakora', 'bite'), ('arancini', 'bite'), ('empanada', 'bite'),
        ('spring-roll', 'bite'), ('summer-roll', 'bite'), ('egg-roll', 'bite'), ('sausage-roll', 'bite'), ('cinnamon-roll', 'bite'),
        ('swiss-roll', 'bite'), ('scotch-egg', 'bite'), ('pork-pie', 'bite'), ('mince-pie', 'bite'), ('apple-pie', 'bite'),
        ('cherry-pie', 'bite'), ('pecan-pie', 'bite'), ('pumpkin-pie', 'bite'), ('banoffee-pie', 'bite'), ('key-lime-pie', 'bite'),
        ('rice-pudding', 'bite'), ('slice-of-pizza', 'bite'), ('pizza-slice', 'bite'), ('fruit', 'bite'), ('banana', 'bite'),
        ('cream-tea', 'bite'), ('meal', 'meal'), ('deal', 'meal'), ('menu', 'meal'), ('course', 'meal'), ('breakfast', 'meal'),
        ('brunch', 'meal'), ('lunch', 'meal'), ('dinner', 'meal'), ('roast', 'meal'), ('buffet', 'meal'), ('feast', 'meal'),
        ('platter', 'meal'), ('plate', 'meal'), ('bowl', 'meal'), ('box', 'meal'), ('bento', 'meal'), ('thali', 'meal'),
        ('mezze', 'meal'), ('burger', 'meal'), ('pizza', 'meal'), ('pasta', 'meal'), ('lasagne', 'meal'), ('spaghetti', 'meal'),
        ('gnocchi', 'meal'), ('ravioli', 'meal'), ('risotto', 'meal'), ('noodle', 'meal'), ('ramen', 'meal'), ('udon', 'meal'),
        ('pho', 'meal'), ('laksa', 'meal'), ('rice', 'meal'), ('biryani', 'meal'), ('curry', 'meal'), ('stew', 'meal'),
        ('tagine', 'meal'), ('goulash', 'meal'), ('chilli', 'meal'), ('hotpot', 'meal'), ('soup', 'meal'), ('salad', 'meal'),
        ('sandwich', 'meal'), ('toastie', 'meal'), ('panini', 'meal'), ('wrap', 'meal'), ('burrito', 'meal'), ('taco', 'meal'),
        ('quesadilla', 'meal'), ('enchilada', 'meal'), ('nacho', 'meal'), ('bagel', 'meal'), ('baguette', 'meal'), ('roll', 'meal'),
        ('banh-mi', 'meal'), ('kebab', 'meal'), ('doner', 'meal'), ('shawarma', 'meal'), ('gyros', 'meal'), ('falafel', 'meal'),
        ('dosa', 'meal'), ('roti', 'meal'), ('naan', 'meal'), ('omelette', 'meal'), ('egg', 'meal'), ('shakshuka', 'meal'),
        ('english', 'meal'), ('benedict', 'meal'), ('florentine', 'meal'), ('porridge', 'meal'), ('pancake', 'meal'), ('waffle', 'meal'),
        ('toast', 'meal'), ('melt', 'meal'), ('sushi', 'meal'), ('sashimi', 'meal'), ('poke', 'meal'), ('dumpling', 'meal'),
        ('gyoza', 'meal'), ('wonton', 'meal'), ('bao', 'meal'), ('bibimbap', 'meal'), ('katsu', 'meal'), ('teriyaki', 'meal'),
        ('schnitzel', 'meal'), ('pie', 'meal'), ('pasty', 'meal'), ('quiche', 'meal'), ('jacket-potato', 'meal'), ('steak', 'meal'),
        ('rib', 'meal'), ('wing', 'meal'), ('beef', 'meal'), ('pork', 'meal'), ('lamb', 'meal'), ('goat', 'meal'), ('duck', 'meal'),
        ('chicken', 'meal'), ('turkey', 'meal'), ('ham', 'meal'), ('sausage', 'meal'), ('fish', 'meal'), ('cod', 'meal'),
        ('haddock', 'meal'), ('salmon', 'meal'), ('tuna', 'meal'), ('prawn', 'meal'), ('tofu', 'meal'), ('halloumi', 'meal'),
        ('fish-cake', 'meal'), ('crab-cake', 'meal'), ('afternoon-tea', 'meal'), ('high-tea', 'meal'), ('pizza-bread', 'meal')
),
"forms" ("form", "kind") AS (
    SELECT "word", "kind" FROM "words" UNION ALL SELECT "word" || 's', "kind" FROM "words" UNION ALL SELECT "word" || 'es', "kind" FROM "words"
),
"dishes" ("dish", "slug") AS (
    SELECT "dish", coalesce(max("dish_slug"), replace(lower("dish"), ' ', '-')) FROM (
        SELECT "dish", "dish_slug" FROM "reviews" UNION SELECT "dish", "dish_slug" FROM "withheld_reviews"
        UNION SELECT "dish", "dish_slug" FROM "merged_reviews" UNION SELECT "dish", NULL FROM "review_revisions"
    ) WHERE "dish" IS NOT NULL GROUP BY "dish"
),
"split" ("dish", "number", "part", "rest") AS (
    SELECT "dish", 0, '',
        replace(replace(replace(replace("slug", '-with-', '-and-'), '-plus-', '-and-'), '-in-', '-and-'), '-on-', '-and-') || '-and-'
    FROM "dishes"
    UNION ALL
    SELECT "dish", "number" + 1, substr("rest", 1, instr("rest", '-and-') - 1), substr("rest", instr("rest", '-and-') + 5)
    FROM "split" WHERE "rest" <> ''
),
"parts" ("dish", "number", "kind") AS (
    SELECT "dish", "number", (
        SELECT "kind" FROM "forms" WHERE instr('-' || "part" || '-', '-' || "form" || '-') > 0
        ORDER BY instr('-' || "part" || '-', '-' || "form" || '-') + length("form") DESC, length("form") DESC LIMIT 1
    ) FROM "split" WHERE "number" > 0
)
SELECT "dish", CASE
    WHEN max("kind" IS 'meal') OR max("number" = 1 AND "kind" IS NULL) THEN 'meal' WHEN max("kind" IS 'bite') THEN 'bite' ELSE 'drink'
END AS "kind"
FROM "parts" GROUP BY "dish";

CREATE UNIQUE INDEX "guessed_kinds_dish" ON "guessed_kinds"("dish");

UPDATE "reviews" SET "price_kind" = coalesce((SELECT "kind" FROM "guessed_kinds" WHERE "guessed_kinds"."dish" = "reviews"."dish"), 'meal')
WHERE "price_pence" IS NOT NULL;
UPDATE "reviews" SET "price_kind" = 'bite' WHERE "price_kind" = 'meal' AND "price_pence" < 250;

UPDATE "withheld_reviews" SET "price_kind" = coalesce((SELECT "kind" FROM "guessed_kinds" WHERE "guessed_kinds"."dish" = "withheld_reviews"."dish"), 'meal')
WHERE "price_pence" IS NOT NULL;
UPDATE "withheld_reviews" SET "price_kind" = 'bite' WHERE "price_kind" = 'meal' AND "price_pence" < 250;

UPDATE "review_revisions" SET "price_kind" = coalesce((SELECT "kind" FROM "guessed_kinds" WHERE "guessed_kinds"."dish" = "review_revisions"."dish"), 'meal')
WHERE "price_pence" IS NOT NULL;
UPDATE "review_revisions" SET "price_kind" = 'bite' WHERE "price_kind" = 'meal' AND "price_pence" < 250;

UPDATE "merged_reviews" SET "price_kind" = coalesce((SELECT "kind" FROM "guessed_kinds" WHERE "guessed_kinds"."dish" = "merged_reviews"."dish"), 'meal')
WHERE "price_pence" IS NOT NULL;
UPDATE "merged_reviews" SET "price_kind" = 'bite' WHERE "price_kind" = 'meal' AND "price_pence" < 250;

DROP TABLE "guessed_kinds";

DROP INDEX "reviews_dish_slug_place_id_rating_price_pence_idx";
CREATE INDEX "reviews_dish_slug_place_id_rating_price_kind_price_pence_idx"
ON "reviews"("dish_slug", "place_id", "rating", "price_kind", "price_pence");

ALTER TABLE "place_index" ADD COLUMN "drink_pence" INTEGER;
ALTER TABLE "place_index" ADD COLUMN "drink_count" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "place_index" ADD COLUMN "bite_pence" INTEGER;
ALTER TABLE "place_index" ADD COLUMN "bite_count" INTEGER NOT NULL DEFAULT 0;

-- A price without a kind is from an older release, for which every price was one of a meal.
CREATE VIEW "paid_prices" AS
SELECT "place_id", "price_pence", coalesce("price_kind", 'meal') AS "price_kind", coalesce("visited_on", substr("created_at", 1, 10)) AS "paid_on"
FROM "reviews" WHERE "price_pence" IS NOT NULL;

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

-- The lowest band may be that of a coffee: where drinks or bites alone are known, a meal counts among the dearest, as where nobody has said.
CREATE VIEW "meal_prices" AS
SELECT "places"."id" AS "place_id", CASE
    WHEN "median_pence" IS NOT NULL THEN "median_pence"
    WHEN "price_band" = 1 AND ("drink_pence" IS NOT NULL OR "bite_pence" IS NOT NULL) THEN 9999
    WHEN "price_band" = 1 THEN 799 WHEN "price_band" = 2 THEN 1499 WHEN "price_band" = 3 THEN 2499 ELSE 9999
END AS "price_pence"
FROM "places" LEFT JOIN "place_index" ON "place_index"."place_id" = "places"."id";

CREATE TRIGGER "place_index_follows_place" AFTER UPDATE ON "places" BEGIN
    UPDATE "place_index" SET "name_key" = NEW."name_key", "created_at" = NEW."created_at",
        "is_closed" = NEW."closed_on" IS NOT NULL, "hours_confirmed_on" = NEW."hours_confirmed_on",
        "price_pence" = (SELECT "price_pence" FROM "meal_prices" WHERE "meal_prices"."place_id" = NEW."id")
    WHERE "place_id" = NEW."id";
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

CREATE TRIGGER "prices_follow_their_median" AFTER UPDATE OF "median_pence", "drink_pence", "bite_pence" ON "place_index" BEGIN
    UPDATE "place_index" SET "price_pence" =
        (SELECT "price_pence" FROM "meal_prices" WHERE "meal_prices"."place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
END;

CREATE TRIGGER "prices_count_new_review" AFTER INSERT ON "reviews" WHEN NEW."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
            max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = NEW."place_id")
    WHERE "place_id" = NEW."place_id";
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

CREATE TRIGGER "prices_forget_deleted_review" AFTER DELETE ON "reviews" WHEN OLD."price_pence" IS NOT NULL BEGIN
    UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
        (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
            max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "place_id" = OLD."place_id")
    WHERE "place_id" = OLD."place_id";
END;

UPDATE "place_index" SET ("median_pence", "price_count", "drink_pence", "drink_count", "bite_pence", "bite_count", "prices_until") =
    (SELECT max("median_pence"), coalesce(max("price_count"), 0), max("drink_pence"), coalesce(max("drink_count"), 0),
        max("bite_pence"), coalesce(max("bite_count"), 0), max("until") FROM "median_prices" WHERE "median_prices"."place_id" = "place_index"."place_id")
WHERE "price_count" > 0;

