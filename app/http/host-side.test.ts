import { expect, test } from "vitest";
import { pathToLog } from "./host-side.server.ts";

test.each([
  ["/lists/shared/abc-DEF_123", "/lists/shared/…"],
  ["/lists/shared/abc.data", "/lists/shared/…"],
  ["/lists/shared/abc/x", "/lists/shared/…/x"],
  ["//lists/shared/abc", "//lists/shared/…"],
  ["/lists/want", "/lists/want"],
  ["/places/shared", "/places/shared"],
])("in the log %s is %s", (path, logged) => {
  expect(pathToLog(path)).toBe(logged);
});
