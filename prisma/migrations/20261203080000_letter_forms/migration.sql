-- Nine old forms of Cyrillic letters, which share their capitals with the usual ones. As scripts/folded-letters.ts prints them.
INSERT INTO "folded_letters" ("letter", "folded") SELECT "key", "value" FROM json_each('{"ᲀ":"в","ᲁ":"д","ᲂ":"о","ᲃ":"с","ᲄ":"т","ᲅ":"т","ᲆ":"ъ","ᲇ":"ѣ","ᲈ":"ꙋ"}');

DELETE FROM "place_search";

INSERT INTO "place_search" ("rowid", "name", "street", "cuisines", "dishes") SELECT * FROM "search_texts";

DELETE FROM "review_search";

INSERT INTO "review_search" ("rowid", "body") SELECT * FROM "review_texts";
