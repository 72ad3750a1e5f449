import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { reader } from "#app/db/database.server.ts";
import { assignedLetters, foldedLetters } from "../../../scripts/folded-letters.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { FOLDING_VERSION, foldLetter } from "../text/folding.ts";

openTestDatabase();

// Whoever changes what a letter is folded to writes the new digest here, and one more to FOLDING_VERSION.
test("the version of the folding is that of what letters are folded to", () => {
  const digest = createHash("sha256").update(JSON.stringify(assignedLetters().map(foldLetter)));
  expect([FOLDING_VERSION, digest.digest("hex").slice(0, 16)]).toEqual([2, "353a54805e7dcb6e"]);
});

test("a letter is folded as its capital and its small letter are, and no further when folded again", () => {
  const fold = (text: string) => [...text.normalize("NFC")].map(foldLetter).join("");
  // A Greek iota below a letter is a letter of its own beside a capital.
  const letters = assignedLetters().filter(
    (letter) => !letter.normalize("NFKD").includes("\u0345"),
  );
  for (const letter of letters) {
    const folded = fold(letter);
    const again = [letter.toUpperCase(), letter.toLowerCase(), folded].map(fold);
    expect(again, letter).toEqual([folded, folded, folded]);
  }
});

test("the database has the letters that the folding needs, and no other", async () => {
  const letters = await reader().foldedLetter.findMany();
  expect(Object.fromEntries(letters.map(({ letter, folded }) => [letter, folded]))).toEqual(
    foldedLetters(),
  );
});
