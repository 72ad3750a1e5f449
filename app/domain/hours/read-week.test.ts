import { expect, test } from "vitest";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { readWeek } from "./read-hours.ts";
import { dayName, WEEKDAYS_ONLY } from "./week.ts";
import { writeHours } from "./write-hours.ts";

// What people type or paste into the field for Monday to Friday when it names days.

const UNDERSTOOD = typedTable(`
  9am-5pm daily                                      → Mon-Sun 9am to 5pm
  9am-5pm every day                                  → Mon-Sun 9am to 5pm
  9-5 7 days                                         → Mon-Sun 9am to 5pm
  9-5, 7 days a week                                 → Mon-Sun 9am to 5pm
  7 days a week 9-5                                  → Mon-Sun 9am to 5pm
  daily 8am-10pm                                     → Mon-Sun 8am to 10pm
  midday to 2am                                      → Mon-Fri noon to 2am
  9-5 closed mondays                                 → Mon closed; Tue-Fri 9am to 5pm
  Mon-Fri 9-5                                        → Mon-Fri 9am to 5pm
  Mon-Thu 9-5, Fri 9-6                               → Mon-Thu 9am to 5pm; Fri 9am to 6pm
  Monday to Friday 9am to 5pm                        → Mon-Fri 9am to 5pm
  weekdays 9-5                                       → Mon-Fri 9am to 5pm
  M-F 9-5                                            → Mon-Fri 9am to 5pm
  Sat 10-4                                           → Sat 10am to 4pm
  9-5, Sat 10-4                                      → Mon-Fri 9am to 5pm; Sat 10am to 4pm
  9-5 Mon-Fri, 10-4 Sat                              → Mon-Fri 9am to 5pm; Sat 10am to 4pm
  9-5 Mon-Fri, Sat 10-4                              → Mon-Fri 9am to 5pm; Sat 10am to 4pm
  9-5 Mon-Fri, Sat 10-4, closed Sun                  → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Mon-Fri 9-5; Sat 10-4                              → Mon-Fri 9am to 5pm; Sat 10am to 4pm
  Mon–Fri 9–5, Sat 10–4, Sun closed                  → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Mon-Fri: 9-5. Sat: 10-4. Sun: closed.              → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Mon-Fri 9-5 Sat-Sun 10-4                           → Mon-Fri 9am to 5pm; Sat-Sun 10am to 4pm
  Mon-Fri 9-5 Sat & Sun 10-4                         → Mon-Fri 9am to 5pm; Sat-Sun 10am to 4pm
  weekdays 9-5, weekends 10-4                        → Mon-Fri 9am to 5pm; Sat-Sun 10am to 4pm
  Tue-Sun 9-5, closed Mon                            → Mon closed; Tue-Sun 9am to 5pm
  Tues-Sun 9-5 (closed Mondays)                      → Mon closed; Tue-Sun 9am to 5pm
  Mon closed, Tue-Sun 10-6                           → Mon closed; Tue-Sun 10am to 6pm
  Fri-Mon 9-5, Tue-Thu closed                        → Mon 9am to 5pm; Tue-Thu closed; Fri-Sun 9am to 5pm
  daily 9-5, Sun 10-4                                → Mon-Sat 9am to 5pm; Sun 10am to 4pm
  Mo-Fr 08:00-17:00; Sa,Su 10:00-16:00; PH off       → Mon-Fri 8am to 5pm; Sat-Sun 10am to 4pm; holidays closed
  Mo-Fr 08:00-17:00; Sa 10:00-16:00; Su off          → Mon-Fri 8am to 5pm; Sat 10am to 4pm; Sun closed
  Mo-Su 09:00-17:00                                  → Mon-Sun 9am to 5pm
  Mo-Su,PH 10:00-22:00                               → Mon-Sun 10am to 10pm; holidays 10am to 10pm
  Mo-Fr 12:00-15:00,18:00-23:00; Sa-Su 12:00-23:00   → Mon-Fri noon to 3pm, 6pm to 11pm; Sat-Sun noon to 11pm
  Mo-Th 17:00-23:00; Fr,Sa 17:00-01:00; Su 12:00-22:30 → Mon-Thu 5pm to 11pm; Fri-Sat 5pm to 1am; Sun noon to 10:30pm
  Mo-Su 11:00-02:00                                  → Mon-Sun 11am to 2am
  24/7; PH off                                       → Mon-Sun 24 hours; holidays closed
  Mo-Fr 08:00-12:00, 13:00-17:00; Sa 09:00-12:00     → Mon-Fri 8am to noon, 1pm to 5pm; Sat 9am to noon
  Monday⇥9 am–5 pm⏎Tuesday⇥9 am–5 pm⏎Wednesday⇥9 am–5 pm⏎Thursday⇥9 am–5 pm⏎Friday⇥9 am–5 pm⏎Saturday⇥10 am–4 pm⏎Sunday⇥Closed → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Wednesday⏎9 am–5 pm⏎Thursday⏎9 am–5 pm⏎Friday⏎9 am–5 pm⏎Saturday⏎10 am–4 pm⏎Sunday⏎Closed⏎Monday⏎9 am–5 pm⏎Tuesday⏎9 am–5 pm → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Monday 9 am–5 pm Tuesday 9 am–5 pm Wednesday 9 am–5 pm Thursday 9 am–5 pm Friday 9 am–5 pm Saturday 10 am–4 pm Sunday Closed → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Monday9 am–5 pmTuesday9 am–5 pmWednesday9 am–5 pmThursday9 am–5 pmFriday9 am–5 pmSaturday10 am–4 pmSundayClosed → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Monday 12–3 pm, 5–11 pm⏎Tuesday 12–3 pm, 5–11 pm⏎Wednesday Closed⏎Thursday 12–3 pm⏎5–11 pm⏎Friday 12 pm–12 am⏎Saturday Open 24 hours⏎Sunday 12–10 pm → Mon-Tue noon to 3pm, 5pm to 11pm; Wed closed; Thu noon to 3pm, 5pm to 11pm; Fri noon to midnight; Sat 24 hours; Sun noon to 10pm
  Opening hours: Mon-Fri 9-5                         → Mon-Fri 9am to 5pm
  Hours: Mon - Fri: 9:00am - 5:00pm | Sat: 10:00am - 4:00pm | Sun: Closed → Mon-Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Mon-Fri 9-5 and bank holidays 10-4                 → Mon-Fri 9am to 5pm; holidays 10am to 4pm
  Mon, Wed, Fri 9-5                                  → Mon 9am to 5pm; Wed 9am to 5pm; Fri 9am to 5pm
  Mon-Fri 12-3 6-11 Sat 12-11 Sun 12-10              → Mon-Fri noon to 3pm, 6pm to 11pm; Sat noon to 11pm; Sun noon to 10pm
  Thurs-Sat 5-11                                     → Thu-Sat 5pm to 11pm
  9-5pm weekdays                                     → Mon-Fri 9am to 5pm
  9-5 Sat                                            → Sat 9am to 5pm
  7am–3pm Mon–Fri⏎8am–4pm Sat⏎Closed Sun             → Mon-Fri 7am to 3pm; Sat 8am to 4pm; Sun closed
  8am - 3pm (Mon - Fri)                              → Mon-Fri 8am to 3pm
  Mon-Fri : 8am-3pm                                  → Mon-Fri 8am to 3pm
  Open daily from 8am to 10pm                        → Mon-Sun 8am to 10pm
  Sun-Thu 11am-11pm, Fri-Sat 11am-1am                → Mon-Thu 11am to 11pm; Fri-Sat 11am to 1am; Sun 11am to 11pm
  9 - 5 - Mon                                        → Mon 9am to 5pm
  9-5 (closed Sun)                                   → Mon-Fri 9am to 5pm; Sun closed
  Sun-Thu 11-11; Fri,Sat 11am-1am                    → Mon-Thu 11am to 11pm; Fri-Sat 11am to 1am; Sun 11am to 11pm
  9-5, closed Mondays                                → Mon closed; Tue-Fri 9am to 5pm
  Mo 17:00-23:00, Tu-Su 12:00-23:00                  → Mon 5pm to 11pm; Tue-Sun noon to 11pm
  Monday: 9:00 AM - 5:00 PM⏎Tuesday: 9:00 AM - 5:00 PM → Mon-Tue 9am to 5pm
  Mon 9-5⏎Tue 9-5⏎Wed 9-5⏎Thu 9-8⏎Fri 9-5⏎Sat 10-4⏎Sun closed → Mon-Wed 9am to 5pm; Thu 9am to 8pm; Fri 9am to 5pm; Sat 10am to 4pm; Sun closed
  Mon-Sat 7.30am-6pm, Sun & bank hols 9am-4pm        → Mon-Sat 7:30am to 6pm; Sun 9am to 4pm; holidays 9am to 4pm
  Open every day 9-5                                 → Mon-Sun 9am to 5pm
`);

const REFUSED = typedTable(`
  every day 9-5 except Sunday            → Write what is true of each day instead of “except”: each day has its own field
  9-5 but closed Wed                     → Write what is true of each day instead of “but”: each day has its own field
  Mo-Fr 08:00-17:00; SH off              → Write the hours of a usual week as it is now, without “sh”
  Apr-Sep Mo-Su 09:00-18:00              → Write the hours of a usual week as it is now, without “apr”
  Mo-Fr 09:00-17:00; Dec 25 off          → Write the hours of a usual week as it is now, without “dec”
  Mo-Fr sunrise-sunset                   → Write a time of the clock for “sunrise”, like 8am to 5pm
  Friday (Christmas Day) 9am–5pm         → Write the hours of a usual week as it is now, without “christmas”
  summer 9-5                             → Write the hours of a usual week as it is now, without “summer”
  first Monday of the month 9-5          → Write the hours of a usual week as it is now, without “first”
  every other Friday                     → Write the hours of a usual week as it is now, without “every other”
  9-5 (term time)                        → Write the hours of a usual week as it is now, without “term”
  Mon-Fri 9-5 Sat                        → Write the hours of “sat” after it, like 8am to 5pm, or closed
  9-5 closed 1-2                         → Write either “9-5” or “closed” for the same day
  12-3, 6-11, Sat 12-11                  → Write the days before their hours where “12-11” is, like Mon-Fri 8am-5pm; Sat 9am-1pm
  Mon-Sun 8:30am-10pm incl bank holidays → Write the hours of “bank holidays” after it, like 8am to 5pm, or closed
  Mon 9am-12pm, Mon 2pm-5pm              → Write all hours of Monday together, like noon-3pm, 6pm-11pm
`);

function understood(text: string): string {
  const read = readWeek(text, WEEKDAYS_ONLY);
  if ("problem" in read) return read.problem;
  const groups: { days: number[]; hours: string }[] = [];
  for (const [day, intervals] of [...read.days].sort(([one], [other]) => one - other)) {
    const hours = writeHours(intervals);
    const last = groups.at(-1);
    if (last?.hours === hours && day === (last.days.at(-1) ?? 0) + 1 && day < 8)
      last.days.push(day);
    else groups.push({ days: [day], hours });
  }
  return groups.map(({ days, hours }) => `${daysName(days)} ${hours}`).join("; ");
}

function daysName(days: number[]): string {
  const [first = 8, last = first] = [days[0], days.at(-1)];
  const names = [first, last].map((day) => (day === 8 ? "holidays" : dayName(day).slice(0, 3)));
  return first === last ? (names[0] ?? "") : names.join("-");
}

test.each(UNDERSTOOD)("%j is %s", (typed, hours) => {
  expect(understood(typed)).toBe(hours);
});

test.each(REFUSED)("%j is refused: %s", (typed, problem) => {
  expect(understood(typed)).toBe(problem);
});

test.each([
  ["Sat 10-4", 1],
  ["Saturday: closed", 1],
  ["Mo-Fr 08:00-17:00; Sa,Su 10:00-16:00", 7],
  ["24/7", 7],
  ["Sat 10-4, Sun 11-4", "Write one day here: Sunday has its own field"],
  ["10-4, Sun 11-4", "Write one day here: Sunday has its own field"],
  ["Mon-Fri 9-5", "Write one day here: Monday has its own field"],
  ["10-4; PH off", "Write one day here: bank holidays have their own field"],
])("the field for Saturday takes %j as %j", (typed, taken) => {
  const read = readWeek(typed, [6]);
  expect("problem" in read ? read.problem : read.days.size).toBe(taken);
});
