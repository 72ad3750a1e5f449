import { tamper } from "../setup/stored.ts";

// Words that are in use, as long as the site lets them be.
const NAME = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
const HANDLE = "Bezirksschornsteinfegermeister";
const DISH = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenauflauf";
const CUISINE = "Hottentottisch-Transsylvanisch-Lothringe";
const REVIEW = `${NAME.toLowerCase()}${DISH.toLowerCase()}`.repeat(3);

/** Puts one long word in place of each name, address and text in a database. */
export function fillWithLongWords(databaseFile: string): void {
  tamper(
    databaseFile,
    `UPDATE places SET name = '${NAME}', street = '${DISH}',
       website = 'https://${NAME.toLowerCase().replaceAll("ü", "ue").slice(0, 63)}.example/${DISH}'`,
    `UPDATE members SET handle = '${HANDLE}', cohort = CASE WHEN left_on IS NULL THEN '${DISH}' END`,
    `UPDATE cuisines SET name = '${CUISINE}'`,
    `UPDATE reviews SET body = '${REVIEW}', dish = CASE WHEN dish IS NOT NULL THEN '${DISH}' END`,
    `UPDATE place_revisions SET facts = json_set(facts, '$.name', '${NAME}', '$.street', '${DISH}')`,
    "UPDATE flags SET note = (SELECT body FROM reviews LIMIT 1) WHERE note IS NOT NULL",
    `UPDATE withheld_reviews SET body = '${REVIEW}'`,
    `UPDATE moderation_actions SET place_name = '${NAME}' WHERE place_name IS NOT NULL`,
  );
}
