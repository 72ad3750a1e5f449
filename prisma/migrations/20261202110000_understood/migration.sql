-- Not everybody who recommends a place knows its postcode. Written by hand: Prisma would rebuild places, and its triggers would vanish.

ALTER TABLE "places" ALTER COLUMN "postcode" DROP NOT NULL;

-- A place without a postcode is found by its street.
DROP VIEW "search_texts";

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

-- Empty: the next start folds names, dishes and handles anew.
CREATE TABLE "folding" (
    "id" INTEGER NOT NULL PRIMARY KEY DEFAULT 1,
    "version" INTEGER NOT NULL,
    CHECK ("id" = 1),
    CHECK ("version" >= 1)
);
