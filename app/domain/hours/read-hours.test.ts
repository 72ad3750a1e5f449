import { expect, test } from "vitest";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { readHours } from "./read-hours.ts";
import { writeHours } from "./write-hours.ts";

// The hours of one day as people type them: what they are taken for, what is asked, what is refused.

const UNDERSTOOD = typedTable(`
  12-3, 6-11                             → noon to 3pm, 6pm to 11pm
  12-2.30, 6-10.30                       → noon to 2:30pm, 6pm to 10:30pm
  11.30-2.30, 6-11                       → 11:30am to 2:30pm, 6pm to 11pm
  00:00-24:00                            → 24 hours
  00:00-00:00                            → 24 hours
  Open 24 hours                          → 24 hours
  24hrs                                  → 24 hours
  24h                                    → 24 hours
  24 hrs                                 → 24 hours
  24/7                                   → 24 hours
  24-7                                   → 24 hours
  open 24/7                              → 24 hours
  0730-1800                              → 7:30am to 6pm
  730-1800                               → 7:30am to 6pm
  8am til 5pm                            → 8am to 5pm
  8am 'til 5pm                           → 8am to 5pm
  8am till 5pm                           → 8am to 5pm
  from 8am to 5pm                        → 8am to 5pm
  12 noon - 11pm                         → noon to 11pm
  12noon-11pm                            → noon to 11pm
  Closed.                                → closed
  CLOSED!                                → closed
  closed all day                         → closed
  we're closed                           → closed
  12-3 6-11                              → noon to 3pm, 6pm to 11pm
  12-3/6-11                              → noon to 3pm, 6pm to 11pm
  12-3⏎6-11                              → noon to 3pm, 6pm to 11pm
  12-3 / 6-11                            → noon to 3pm, 6pm to 11pm
  9am−5pm                                → 9am to 5pm
  9am‐5pm                                → 9am to 5pm
  9 am – 5 pm                            → 9am to 5pm
  9 am–5 pm                              → 9am to 5pm
  9:00 AM – 5:30 PM                      → 9am to 5:30pm
  8-5                                    → 8am to 5pm
  9-5.30                                 → 9am to 5:30pm
  9.30-5                                 → 9:30am to 5pm
  9:30-5:30                              → 9:30am to 5:30pm
  8.00am - 6.00pm                        → 8am to 6pm
  8.00-18.00                             → 8am to 6pm
  08.00-18.00                            → 8am to 6pm
  8h-18h                                 → 8am to 6pm
  8h30-18h                               → 8:30am to 6pm
  0800hrs-1700hrs                        → 8am to 5pm
  0800 - 1700 hrs                        → 8am to 5pm
  9 to 5                                 → 9am to 5pm
  9 till 5                               → 9am to 5pm
  9 until 5                              → 9am to 5pm
  9 a.m. to 5 p.m.                       → 9am to 5pm
  9a-5p                                  → 9am to 5pm
  9 o'clock to 5 o'clock                 → 9am to 5pm
  half 8 to half 5                       → 8:30am to 5:30pm
  half past 8 to quarter past 5          → 8:30am to 5:15pm
  quarter to 8 - 5pm                     → 7:45am to 5pm
  between 9 and 5                        → 9am to 5pm
  between 9am and 5pm                    → 9am to 5pm
  open 9am, close 5pm                    → 9am to 5pm
  opens 8am closes 6pm                   → 8am to 6pm
  noon-midnight                          → noon to midnight
  noon til midnight                      → noon to midnight
  12pm-12am                              → noon to midnight
  12pm-10pm                              → noon to 10pm
  12am-12am                              → 24 hours
  midnight to midnight                   → 24 hours
  9 in the morning to 5 in the afternoon → 9am to 5pm
  8 in the morning until 11 at night     → 8am to 11pm
  6 this evening - 11                    → 6pm to 11pm
  lunch 12-3, dinner 6-11                → noon to 3pm, 6pm to 11pm
  Lunch: 12-2:30pm Dinner: 6-10:30pm     → noon to 2:30pm, 6pm to 10:30pm
  breakfast 8-11, dinner 6-10            → 8am to 11am, 6pm to 10pm
  9-5                                    → 9am to 5pm
  9-12                                   → 9am to noon
  8-12                                   → 8am to noon
  9.30-12                                → 9:30am to noon
  9 til 12                               → 9am to noon
  9am-12                                 → 9am to noon
  8am-12                                 → 8am to noon
  09:00-12:00                            → 9am to noon
  9pm-12                                 → 9pm to midnight
  9-10                                   → 9am to 10pm
  10-11                                  → 10am to 11pm
  11-12                                  → 11am to midnight
  9am-10                                 → 9am to 10pm
  10am-11                                → 10am to 11pm
  11am - 11.30                           → 11am to 11:30pm
  10:00-11:00                            → 10am to 11pm
  10-11pm                                → 10am to 11pm
  7-11pm                                 → 7pm to 11pm
  7-10pm                                 → 7pm to 10pm
  7.30-10pm                              → 7:30pm to 10pm
  from 7 to 9pm                          → 7pm to 9pm
  7-2pm                                  → 7am to 2pm
  6-2pm                                  → 6am to 2pm
  6-5pm                                  → 6am to 5pm
  12-3, 7-11pm                           → noon to 3pm, 7pm to 11pm
  9-1                                    → 9am to 1pm
  10-2                                   → 10am to 2pm
  8-2                                    → 8am to 2pm
  7-3                                    → 7am to 3pm
  5-11                                   → 5pm to 11pm
  5-2                                    → 5pm to 2am
  5-12                                   → 5pm to midnight
  12-12                                  → noon to midnight
  8-8                                    → 8am to 8pm
  11-11                                  → 11am to 11pm
  6-6                                    → 6am to 6pm
  12-5                                   → noon to 5pm
  12-3                                   → noon to 3pm
  1-11                                   → 1pm to 11pm
  6-11pm                                 → 6pm to 11pm
  6-10pm                                 → 6pm to 10pm
  9-5pm                                  → 9am to 5pm
  11-3pm                                 → 11am to 3pm
  12-10pm                                → noon to 10pm
  10am-12pm                              → 10am to noon
  8am-12pm                               → 8am to noon
  12am-5am                               → midnight to 5am
  5-12am                                 → 5pm to midnight
  5-2am                                  → 5pm to 2am
  6-2am                                  → 6pm to 2am
  12-2am                                 → noon to 2am
  6-11am                                 → 6am to 11am
  7-11am                                 → 7am to 11am
  5-11am                                 → 5am to 11am
  9am-5                                  → 9am to 5pm
  9am-1                                  → 9am to 1pm
  9am-9                                  → 9am to 9pm
  6pm-11                                 → 6pm to 11pm
  6pm-2                                  → 6pm to 2am
  5pm-12                                 → 5pm to midnight
  noon-3                                 → noon to 3pm
  noon-11                                → noon to 11pm
  8am-5am next day                       → 8am to 5am next day
  11am-4am                               → 11am to 4am
  11am-5am                               → 11am to 5am
  08:00-12:00                            → 8am to noon
  08:00-5:00                             → 8am to 5pm
  18:00-2                                → 6pm to 2am
  18-2                                   → 6pm to 2am
  9-17                                   → 9am to 5pm
  6-22                                   → 6am to 10pm
  9:00-12:00, 13:00-17:00                → 9am to noon, 1pm to 5pm
  9-12, 1-5                              → 9am to noon, 1pm to 5pm
  9-12 & 1-5                             → 9am to noon, 1pm to 5pm
  9-12 and 1-5                           → 9am to noon, 1pm to 5pm
  9-12, 2-6                              → 9am to noon, 2pm to 6pm
  8-11, 12-3                             → 8am to 11am, noon to 3pm
  7-10, 5-10                             → 7am to 10am, 5pm to 10pm
  12-2, 6-1                              → noon to 2pm, 6pm to 1am
  5-11, 12-3                             → noon to 3pm, 5pm to 11pm
  11-2, 18-23                            → 11am to 2pm, 6pm to 11pm
  noon-3, 6-11                           → noon to 3pm, 6pm to 11pm
  12-3pm, 6-11pm                         → noon to 3pm, 6pm to 11pm
  12–3 pm, 5–11 pm                       → noon to 3pm, 5pm to 11pm
  we open at 9 and close at 5            → 9am to 5pm
  🕘 9am–5pm                              → 9am to 5pm
  9am-5pm ☕️                             → 9am to 5pm
  ９ａｍ－５ｐｍ                                → 9am to 5pm
  9:00:00-17:00:00                       → 9am to 5pm
  9-1, 2-5.30                            → 9am to 1pm, 2pm to 5:30pm
  8.30am-5                               → 8:30am to 5pm
  nine to five                           → 9am to 5pm
  twelve to three                        → noon to 3pm
  10-6pm                                 → 10am to 6pm
  11-6                                   → 11am to 6pm
  11-10                                  → 11am to 10pm
  10:30-3:30                             → 10:30am to 3:30pm
  7.30-4                                 → 7:30am to 4pm
  6am-2                                  → 6am to 2pm
  7:30am–4:15pm                          → 7:30am to 4:15pm
  noon to 3pm, 6pm to 11pm               → noon to 3pm, 6pm to 11pm
  12:30 to 2.30 & 7 to 10                → 12:30pm to 2:30pm, 7pm to 10pm
  6 til 11 pm                            → 6pm to 11pm
  6pm til 1                              → 6pm to 1am
  5:30-10                                → 5:30pm to 10pm
  open from 10 till 6                    → 10am to 6pm
  20 past 8 - 5                          → 8:20am to 5pm
  half eight to five                     → 8:30am to 5pm
`);

/** Two meanings or more are likely, so the form asks which. */
const ASKED = typedTable(`
  5pm-12pm     → 5pm to midnight or 5pm to noon next day
  6-11         → 6am to 11am or 6am to 11pm or 6pm to 11pm
  7-11         → 7am to 11am or 7am to 11pm or 7pm to 11pm
  7-12         → 7am to noon or 7am to midnight or 7pm to midnight
  7-12am       → 7am to midnight or 7pm to midnight
  10-12        → 10am to noon or 10am to midnight or 10pm to midnight
  7-2          → 7am to 2pm or 7pm to 2am
  6-2          → 6am to 2pm or 6pm to 2am
  5-5          → 5am to 5pm or 5pm to 5am
  12-2         → noon to 2pm or noon to 2am
  12-1         → noon to 1pm or noon to 1am
  noon-2       → noon to 2pm or noon to 2am
  8-10pm       → 8am to 10pm or 8pm to 10pm
  8-11pm       → 8am to 11pm or 8pm to 11pm
  10-12pm      → 10am to noon or 10am to midnight or 10pm to midnight
  11am-12pm    → 11am to midnight or 11am to noon
  12am-5pm     → noon to 5pm or midnight to 5pm
  12am-12pm    → noon to midnight or midnight to noon
  8-12am       → 8am to midnight or 8pm to midnight
  9-2am        → 9am to 2am or 9pm to 2am
  11-1am       → 11am to 1am or 11pm to 1am
  8am-11       → 8am to 11am or 8am to 11pm
  8am-5am      → 8am to 5pm or 8am to 5am next day
  09:00-05:00  → 9am to 5pm or 9am to 5am next day
  10:00-02:00  → 10am to 2pm or 10am to 2am
  12:00-03:00  → noon to 3pm or noon to 3am
  10:00-12:00  → 10am to noon or 10am to midnight or 10pm to midnight
  6-9, 10-12   → 6am to 9am or 6am to 9pm or 6pm to 9pm
  Monday 8–11 pm⏎Tuesday 8–11 pm → 8am to 11pm or 8pm to 11pm
  Mon 10-12, Mon 2-5 → 10am to noon or 10am to midnight or 10pm to midnight
  Sun-Thu 11-11, Fri & Sat 11-1 → 11am to 1pm or 11am to 1am
  12am-5       → midnight to 5am or midnight to 5pm or noon to 5pm
  5-12pm       → 5am to noon or 5am to midnight or 5pm to midnight
  11-1         → 11am to 1pm or 11am to 1am
  11-2         → 11am to 2pm or 11am to 2am
  11am-1       → 11am to 1pm or 11am to 1am
  10-1         → 10am to 1pm or 10am to 1am
  11:00-03:00  → 11am to 3pm or 11am to 3am
  Mo-Fr 8:00-5:00 → 8am to 5pm or 8am to 5am next day
`);

const REFUSED = typedTable(`
  5pm-5pm                        → “5pm-5pm” starts when it ends: write 24 hours, or other times
  9am-9am                        → “9am-9am” starts when it ends: write 24 hours, or other times
  8am till late                  → Write the latest closing time that you know, like 6pm to 11pm
  5pm-late                       → Write the latest closing time that you know, like 6pm to 11pm
  6pm - close                    → Write the latest closing time that you know, like 6pm to 11pm
  noon til close                 → Write the latest closing time that you know, like 6pm to 11pm
  12 - late                      → Write the latest closing time that you know, like 6pm to 11pm
  late                           → Write the latest closing time that you know, like 6pm to 11pm
  til late                       → Write the latest closing time that you know, like 6pm to 11pm
  by appointment                 → Only hours that stay the same can be saved: leave this empty, and say in a review how it is
  By appointment only            → Only hours that stay the same can be saved: leave this empty, and say in a review how it is
  varies                         → Only hours that stay the same can be saved: leave this empty, and say in a review how it is
  hours vary                     → Only hours that stay the same can be saved: leave this empty, and say in a review how it is
  call ahead                     → Only hours that stay the same can be saved: leave this empty, and say in a review how it is
  sunset                         → Write a time of the clock for “sunset”, like 8am to 5pm
  9am - sunset                   → Write a time of the clock for “sunset”, like 8am to 5pm
  dawn to dusk                   → Write a time of the clock for “dawn”, like 8am to 5pm
  evenings                       → Write “evenings” as a time to another, like 8am to 5pm
  mornings only                  → Write “mornings only” as a time to another, like 8am to 5pm
  lunchtime                      → Write “lunchtime” as a time to another, like 8am to 5pm
  8am                            → Write when it closes too, not only “8am”, like 8am to 5pm
  from 8am                       → Write when it closes too, not only “8am”, like 8am to 5pm
  8am onwards                    → Write when it closes too, not only “8am”, like 8am to 5pm
  after 5pm                      → Leave out “after”: write only days and times, like 8am to 5pm
  until 5pm                      → Write when it opens too, not only “until 5pm”, like 8am to 5pm
  till 3                         → Write when it opens too, not only “till 3”, like 8am to 5pm
  open                           → Enter the hours, like 8am to 5pm, or closed
  yes                            → Write “yes” as a time to another, like 8am to 5pm
  ?                              → Leave this empty if you do not know
  tbc                            → Leave this empty if you do not know
  n/a                            → Leave this empty if you do not know
  unknown                        → Leave this empty if you do not know
  don't know                     → Leave this empty if you do not know
  -                              → Write “-” as a time to another, like 8am to 5pm
  25:00-26:00                    → There is no such time as “25:00”: write it like 8am, 5:30pm or 17:30
  8am-13pm                       → There is no such time as “13pm”: write it like 8am, 5:30pm or 17:30
  9:75-5                         → There is no such time as “9:75”: write it like 8am, 5:30pm or 17:30
  9-5-6                          → Write “9-5-6” as a time to another, like 8am to 5pm
  9am-5pm (kitchen closes 4pm)   → Write when the place itself is open, without its kitchen or last orders
  last orders 10pm               → Write when the place itself is open, without its kitchen or last orders
  food served 12-9               → Write when the place itself is open, without its kitchen or last orders
  9-5 except Tuesdays            → Write what is true of each day instead of “except”: each day has its own field
  around 9-5                     → Write the nearest times that you know, without “around”
  9ish-5ish                      → Write the nearest times that you know, without “ish”
  9am-ish to 5pm                 → Write the nearest times that you know, without “ish”
  <script>alert(1)</script>      → Leave out “<”: write only days and times, like 8am to 5pm
  '; DROP TABLE places; --       → Write “'; drop table places; --” as a time to another, like 8am to 5pm
  temporarily closed             → Leave out “temporarily”: write only days and times, like 8am to 5pm
  closed for lunch 1-2           → Leave out “for”: write only days and times, like 8am to 5pm
  9,30-17,30                     → Write when it closes too, not only “9”, like 8am to 5pm
  1-2,2-3,3-4,4-5,5-6,6-7,7-8    → Enter at most six times for one day
  noon-3pm, 2pm-6pm              → Two of the times overlap at 2pm
  24 hours, 8am to 9am           → Write either “24 hours” or “8am to 9am” for the same day
  8am to 24:30                   → There is no such time as “24:30”: write it like 8am, 5:30pm or 17:30
  8am to 5pm to 6pm              → Write “8am to 5pm to 6pm” as a time to another, like 8am to 5pm
  8:60am to 5pm                  → There is no such time as “8:60am”: write it like 8am, 5:30pm or 17:30
`);

function understood(text: string): string {
  const read = readHours(text);
  return "problem" in read ? read.problem : writeHours(read.intervals);
}

test.each(UNDERSTOOD)("%j is %s", (typed, hours) => {
  expect(understood(typed)).toBe(hours);
});

test.each(ASKED)("%j is asked about: %s?", (typed, choices) => {
  const end = choices.includes(" or ") ? "Write the one that is right" : "Write it like that";
  expect(understood(typed)).toMatch(new RegExp(`^Do you mean ${choices} by “.+”. ${end}$`));
});

test.each(ASKED)("what is asked about %j is understood when it is written", (_, choices) => {
  for (const choice of choices.split(" or ")) expect(understood(choice)).toBe(choice);
});

test.each(REFUSED)("%j is refused: %s", (typed, problem) => {
  expect(understood(typed)).toBe(problem);
});

test.each([
  ["", "Enter the hours, like 8am to 5pm, or closed"],
  [" , ", "Enter the hours, like 8am to 5pm, or closed"],
  ["8am to 5pm ".repeat(100), "Shorten the hours to 1,000 characters"],
])("%j is no hours", (typed, problem) => {
  expect(understood(typed)).toBe(problem);
});
