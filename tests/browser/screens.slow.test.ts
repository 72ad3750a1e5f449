import { findFaintText, findViolations } from "./axe.ts";
import { expectToFit } from "./layout.ts";
import { SCREENS, STRAINED_SCREENS } from "./screens.ts";
import { expect, test } from "./site.ts";

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  "axe is a script, and with JavaScript there is all that there is without, and more.",
);

for (const { name, path, as, prepare } of [...SCREENS, ...STRAINED_SCREENS]) {
  test(`in either font nothing is cut off, and in light and dark nothing hard to perceive, on ${name}`, async ({
    page,
    visit,
    browseAs,
  }) => {
    await browseAs(as);
    await visit(path);
    await prepare?.(page);
    await expectToFit(page);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await findViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await findFaintText(page)).toEqual([]);
  });
}
