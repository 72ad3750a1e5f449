import { describe, expect, test } from "vitest";
import { structuredHours } from "./structured-hours.ts";

const moment = {
  isoDate: "2026-12-01",
  day: 2,
  minute: 600,
  nation: "england",
  oneOffHolidays: ["2026-12-10"],
} as const;

const confirmedOn = "2026-11-01";

describe("hours on schema.org", () => {
  test.each([
    ["08:00", "17:00", "17:00:00"],
    ["18:00", "24:00", "00:00:00"],
    ["20:00", "26:30", "02:30:00"],
    ["00:00", "24:00", "23:59:00"],
    ["08:00", "32:00", "07:59:00"],
  ])("from %s to %s close at %s", (opens, closes, said) => {
    const hours = { confirmedOn, bankHolidays: null, intervals: [{ day: 1, opens, closes }] };
    expect(structuredHours(hours, moment)).toEqual({
      openingHoursSpecification: [
        {
          "@type": "OpeningHoursSpecification",
          dayOfWeek: ["Monday"],
          opens: `${opens}:00`,
          closes: said,
        },
      ],
    });
  });

  const everyMonday = { day: 1, opens: "08:00", closes: "17:00" };
  const onHolidays = { day: 8, opens: "10:00", closes: "14:00" };

  test.each([
    ["usual", [everyMonday], undefined],
    [null, [everyMonday], undefined],
    ["closed", [everyMonday], ["00:00:00", "00:00:00"]],
    ["own", [everyMonday], ["00:00:00", "00:00:00"]],
    ["own", [everyMonday, onHolidays], ["10:00:00", "14:00:00"]],
  ] as const)(
    "with bank holidays %s are excepted on those days",
    (bankHolidays, intervals, said) => {
      const hours = { confirmedOn, bankHolidays, intervals: [...intervals] };
      const days = ["2026-12-10", "2026-12-25", "2026-12-26", "2026-12-28", "2027-01-01"];
      expect(structuredHours(hours, moment).specialOpeningHoursSpecification).toEqual(
        said &&
          days.map((day) => ({
            "@type": "OpeningHoursSpecification",
            opens: said[0],
            closes: said[1],
            validFrom: day,
            validThrough: day,
          })),
      );
    },
  );

  test("are not said where nobody has confirmed them for long, or nobody knows them", () => {
    const old = { confirmedOn: "2026-05-31", bankHolidays: null, intervals: [everyMonday] };
    expect(structuredHours(old, moment)).toEqual({});
    expect(structuredHours(null, moment)).toEqual({});
  });
});
