import { expect, test } from "vitest";
import { reader } from "#app/db/database.server.ts";
import { foldedLetters } from "../../../scripts/folded-letters.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";

openTestDatabase();

test("the database has the letters that the folding needs, and no other", async () => {
  const letters = await reader().foldedLetter.findMany();
  expect(Object.fromEntries(letters.map(({ letter, folded }) => [letter, folded]))).toEqual(
    foldedLetters(),
  );
});
