import { findUntoldInForcedColours } from "./forced-colours.ts";
import { SCREENS, STRAINED_SCREENS } from "./screens.ts";
import { expect, test } from "./site.ts";
import { findWhatDoesNotFit } from "./strains.ts";

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "Text is strained by scripts.");

for (const { name, path, as, prepare } of [...SCREENS, ...STRAINED_SCREENS]) {
  test(`all can be read in any size, spacing and colours on ${name}`, async ({
    page,
    visit,
    browseAs,
  }) => {
    await browseAs(as);
    await visit(path);
    await prepare?.(page);
    expect.soft(await findWhatDoesNotFit(page)).toEqual([]);
    expect(await findUntoldInForcedColours(page)).toEqual([]);
  });
}
