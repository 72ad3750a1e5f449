import { SYSTEM_FONTS } from "./layout.ts";
import { fillWithLongWords } from "./long-words.ts";
import { SCREENS, STRAINED_SCREENS } from "./screens.ts";
import { test as base, expect } from "./site.ts";
import { findWhatDoesNotFit } from "./strains.ts";

/** Every name, address and text is one long word. */
const test = base.extend({
  people: [
    async ({ people, databaseFile }, use) => {
      fillWithLongWords(databaseFile);
      await use(people);
    },
    { scope: "worker" },
  ],
});

// sizes.slow.test.ts has the other one.
const WIDEST = SYSTEM_FONTS.slice(0, 1);

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "Text is strained by scripts.");

for (const { name, path, as, prepare } of [...SCREENS, ...STRAINED_SCREENS]) {
  test(`words without an end fit in any size and spacing of text on ${name}`, async ({
    page,
    visit,
    browseAs,
  }) => {
    await browseAs(as);
    await visit(path);
    await prepare?.(page);
    expect(await findWhatDoesNotFit(page, WIDEST)).toEqual([]);
  });
}
