import Database from "better-sqlite3";
import { z } from "zod";
import { foldLetter, isUnspaced, spaceOut } from "../app/domain/text/folding.ts";

// `node scripts/folded-letters.ts`: the rows that the table folded_letters needs, as JSON. A release that folds a letter another
// way brings a migration that writes them anew and fills both searches, as 20261201120000_search_folding does.

const LAST = 0xe01ef;
const tokens = z.array(z.object({ doc: z.number(), term: z.string() }));

/** The letters that neither SQLite's own folding nor the ranges in the view folded_texts bring to the words that foldText makes. */
export function foldedLetters(): Record<string, string> {
  const database = new Database(":memory:");
  database.exec(`
    CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', content = '', contentless_delete = 1);
    CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'instance')`);
  const insert = database.prepare("INSERT INTO words (rowid, text) VALUES (?, ?)");
  const letters = assignedLetters();
  database.transaction(() => {
    for (const letter of letters) {
      const point = letter.codePointAt(0) ?? 0;
      insert.run(2 * point, `x${byRange(letter)}y`);
      insert.run(2 * point + 1, `x${spaceOut(foldLetter(letter))}y`);
    }
  })();
  const words = new Map<number, string>();
  const all = tokens.parse(
    database.prepare("SELECT doc, term FROM terms ORDER BY doc, offset").all(),
  );
  for (const { doc, term } of all) words.set(doc, `${words.get(doc) ?? ""} ${term}`);
  database.close();
  const differing = letters.filter((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return words.get(2 * point) !== words.get(2 * point + 1);
  });
  return Object.fromEntries(differing.map((letter) => [letter, spaceOut(foldLetter(letter))]));
}

export function assignedLetters(): string[] {
  return Array.from({ length: LAST - 0x7e }, (_, index) => index + 0x7f)
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point))
    .filter(
      (letter) => letter.normalize("NFC") === letter && !/[\p{Cn}\p{Co}\p{Cc}]/u.test(letter),
    );
}

function byRange(letter: string): string {
  if (isUnspaced(letter)) return ` ${letter} `;
  const point = letter.codePointAt(0) ?? 0;
  const isSymbol =
    (point >= 0x2b00 && point <= 0x2bff) ||
    (point >= 0x1cc00 && point <= 0x1d3ff) ||
    (point >= 0x1d800 && point <= 0x1daff) ||
    (point >= 0x1f000 && point <= 0x1fbff);
  return isSymbol ? " " : letter;
}

if (import.meta.main) console.log(JSON.stringify(foldedLetters()));
