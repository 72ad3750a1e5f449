import { expect, test } from "vitest";
import { bankHolidaysOf, isBankHoliday, NATIONS, type Nation } from "./bank-holidays.ts";

const calendarOf = (nation: Nation) => ({ nation, oneOffHolidays: ["2029-05-08"] });

// As gov.uk publishes them, without the one-off days of 2022, 2023 and 2026.
const PUBLISHED = {
  england: {
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2023: "01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
  },
  wales: { 2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28" },
  scotland: {
    2021: "01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28",
    2023: "01-02 01-03 04-07 05-01 05-29 08-07 11-30 12-25 12-26",
    2024: "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
    2025: "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
    2026: "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28",
    2028: "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26",
  },
  "northern-ireland": {
    2024: "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
    2025: "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
    2026: "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
  },
};

test.each(
  NATIONS.flatMap((nation) =>
    Object.entries(PUBLISHED[nation]).map(([year, days]) => ({ nation, year, days })),
  ),
)("the bank holidays of $year in $nation are those published", ({ nation, year, days }) => {
  const found = bankHolidaysOf(year, nation).map((isoDate) => isoDate.slice(5));
  expect(found.toSorted().join(" ")).toBe(days);
});

test.each([
  ["2027-12-25", true],
  ["2027-12-26", true],
  ["2027-12-27", true],
  ["2027-12-28", true],
  ["2026-12-26", true],
  ["2026-12-28", true],
  ["2028-01-01", true],
  ["2028-01-03", true],
  ["2027-12-24", false],
  ["2027-12-29", false],
])("%s is a holiday on the day itself and on its substitute: %s", (isoDate, isHoliday) => {
  expect(NATIONS.map((nation) => isBankHoliday(isoDate, calendarOf(nation)))).toEqual(
    NATIONS.map(() => isHoliday),
  );
});

test("a holiday of one nation is none of another", () => {
  const nationsOn = (isoDate: string) =>
    NATIONS.filter((nation) => isBankHoliday(isoDate, calendarOf(nation)));
  expect(nationsOn("2026-11-30")).toEqual(["scotland"]);
  expect(nationsOn("2026-01-02")).toEqual(["scotland"]);
  expect(nationsOn("2026-03-17")).toEqual(["northern-ireland"]);
  expect(nationsOn("2026-04-06")).toEqual(["england", "wales", "northern-ireland"]);
});

test("a one-off holiday that the operator names is one", () => {
  expect(isBankHoliday("2029-05-08", calendarOf("england"))).toBe(true);
  expect(isBankHoliday("2030-05-08", calendarOf("england"))).toBe(false);
});
