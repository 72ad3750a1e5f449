import { expect, test } from "vitest";
import { filesBehind, MEASURED_SCREENS } from "../../scripts/count-files.ts";

test.each(MEASURED_SCREENS)("$screen is read in at most $most files", ({ route, most }) => {
  expect(filesBehind(route).length).toBeLessThanOrEqual(most);
});
