import { expect, test } from "vitest";
import { parseSettings, SettingsError } from "./settings.ts";

const mistakesOf = (environment: Record<string, string>) => {
  try {
    parseSettings(environment);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split("\n");
  }
};

test("without any setting the site has a database and a campus of its own", () => {
  expect(parseSettings({})).toMatchObject({
    DATABASE_URL: "file:./data/sqlite.db",
    PORT: 3000,
    CAMPUS_NAME: "Founders & Coders, Finsbury Park",
    CAMPUS_LATITUDE: 51.5643,
  });
});

test("an empty variable counts as unset", () => {
  expect(parseSettings({ PORT: "", SITE_NAME: "", TRUST_PROXY: "" })).toEqual(parseSettings({}));
});

test.each([
  ["DATABASE_URL", "postgres://localhost/food"],
  ["DATABASE_URL", "file:"],
  ["PORT", "0"],
  ["PORT", "3000x"],
  ["PORT", "70000"],
  ["APP_ORIGIN", "food.example.org"],
  ["APP_ORIGIN", "javascript:alert(1)"],
  ["CAMPUS_LATITUDE", "91"],
  ["CAMPUS_LONGITUDE", "NaN"],
  ["CAMPUS_NATION", "Britain"],
  ["BANK_HOLIDAYS", "2029-02-30"],
  ["BANK_HOLIDAYS", "8 May 2029"],
  ["SESSION_SECRET", "short"],
  ["TRUST_PROXY", "yes"],
  ["TRUST_PROXY", "0"],
  ["TRUST_PROXY", "10.0.0.0/33"],
  ["TRUST_PROXY", "0.0.0.0/0"],
  ["TRUST_PROXY", "10.0.0.0/8, evil"],
  ["OTHER_HOSTS", "https://food.example.org"],
  ["SECURITY_CONTACT", "me"],
  ["JOIN_CODE", "seven77"],
  ["READ_BUDGET", "-1"],
  ["LOG_LEVEL", "loud"],
  ["PAGE_CACHE_MEGABYTES", "-1"],
])("%s=%s is one mistake, said in one sentence that names the setting", (name, value) => {
  const mistakes = mistakesOf({ [name]: value });
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toMatch(new RegExp(`^${name} must be .+\\.$`));
});

test("several mistakes are said at once", () => {
  expect(mistakesOf({ PORT: "x", TRUST_PROXY: "yes", CAMPUS_LATITUDE: "north" })).toHaveLength(3);
});

test("APP_ORIGIN is kept without a path", () => {
  expect(parseSettings({ APP_ORIGIN: "https://food.example.org/places" }).APP_ORIGIN).toBe(
    "https://food.example.org",
  );
});

test("one-off holidays are days with commas or spaces between", () => {
  const { BANK_HOLIDAYS } = parseSettings({ BANK_HOLIDAYS: " 2029-05-08,2030-06-03 2030-06-04 " });
  expect(BANK_HOLIDAYS).toEqual(["2029-05-08", "2030-06-03", "2030-06-04"]);
  expect(parseSettings({}).BANK_HOLIDAYS).toEqual([]);
});
