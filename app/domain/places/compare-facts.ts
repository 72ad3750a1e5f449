import { BANK_HOLIDAY, dayName, hoursOn } from "../hours/week.ts";
import { capitalised } from "../text/counting.ts";
import { formatDay } from "../text/dates.ts";
import { DIETS, FEATURES, PORTIONS } from "./diets-and-features.ts";
import { mainlyWords } from "./mainly.ts";
import type { KeptFacts } from "./place-facts-schema.ts";
import { priceBandWords } from "./price-band.ts";

export type Difference = { label: string; before: string; after: string };

const NOT_KNOWN = "not known";
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** In which respects two states of a place differ, in words. Days in a row that change alike are one. */
export function compareFacts(before: KeptFacts, after: KeptFacts): Difference[] {
  const [was, is] = [describe(before), describe(after)];
  const differences = [...is].map(([label, words]) => ({
    label,
    before: was.get(label) ?? "",
    after: words,
  }));
  return [...differences, ...joinedDays(before, after), bankHolidays(before, after)].filter(
    (difference) => difference.before !== difference.after,
  );
}

function describe(facts: KeptFacts): Map<string, string> {
  const { postcode, latitude, longitude, approximateWalk, website, closedOn, diets, features } =
    facts;
  return new Map([
    ["Name", facts.name],
    ["Street and number", facts.street],
    ["Postcode", postcode ?? NOT_KNOWN],
    [
      "Position",
      latitude === null || longitude === null
        ? postcode === null
          ? NOT_KNOWN
          : "where its postcode is"
        : `${latitude}, ${longitude}`,
    ],
    [
      "Walk from campus",
      approximateWalk === null
        ? "as measured"
        : `about ${approximateWalk} min, until it is measured`,
    ],
    ["Serves", facts.cuisines.map(({ name }) => name).join(", ") || NOT_KNOWN],
    ["People mainly have", mainlyWords(facts.mainly)],
    ["Price", priceBandWords(facts.priceBand)],
    ["Website", website ?? "none"],
    ["Closed for good", closedOn === null ? "no" : `since ${formatDay(closedOn)}`],
    ...DIETS.map(({ diet, words }): [string, string] => [
      capitalised(words),
      PORTIONS.find(({ portion }) => portion === diets[diet])?.words ?? NOT_KNOWN,
    ]),
    ...FEATURES.map(({ feature, words }): [string, string] => [
      capitalised(words),
      yesOrNo(features[feature]),
    ]),
  ]);
}

function yesOrNo(present: boolean | undefined): string {
  if (present === undefined) return NOT_KNOWN;
  return present ? "yes" : "no";
}

function joinedDays(before: KeptFacts, after: KeptFacts): Difference[] {
  const joined: (Difference & { last: string | undefined })[] = [];
  for (const day of DAYS) {
    const [was, is] = [dayWords(before, day), dayWords(after, day)];
    const previous = joined.at(-1);
    if (previous?.before === was && previous.after === is) previous.last = dayName(day);
    else joined.push({ label: dayName(day), last: undefined, before: was, after: is });
  }
  return joined.map(({ label, last, ...words }) => ({
    label: last ? `${label} to ${last}` : label,
    ...words,
  }));
}

function dayWords({ hours }: KeptFacts, day: number): string {
  return hours ? hoursOn(hours.intervals, day) : NOT_KNOWN;
}

const bankHolidays = (before: KeptFacts, after: KeptFacts) => ({
  label: "Bank holidays",
  before: bankHolidayWords(before),
  after: bankHolidayWords(after),
});

function bankHolidayWords({ hours }: KeptFacts): string {
  if (!hours || hours.bankHolidays === null) return NOT_KNOWN;
  if (hours.bankHolidays === "own") return hoursOn(hours.intervals, BANK_HOLIDAY);
  return hours.bankHolidays === "usual" ? "as on that day of the week" : "closed";
}
