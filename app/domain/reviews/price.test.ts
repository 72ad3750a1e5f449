import fc from "fast-check";
import { expect, test } from "vitest";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { formatPounds, parsePounds, readPounds } from "./price.ts";
import { pricePaidSchema } from "./review-fields.ts";

// What people type for a price: what it is taken for, what is asked, what is refused.

const UNDERSTOOD = typedTable(`
  £6.50                  → £6.50
  6.5                    → £6.50
  6                      → £6.00
  £ 0.05                 → £0.05
  6.50£                  → £6.50
  8.50 £                 → £8.50
  8,50                   → £8.50
  8,5                    → £8.50
  850p                   → £8.50
  850 p                  → £8.50
  85p                    → £0.85
  50 pence               → £0.50
  .50                    → £0.50
  £.50                   → £0.50
  ,50                    → £0.50
  £1,000                 → £1000.00
  1,000                  → £1000.00
  1,000.00               → £1000.00
  £999.99                → £999.99
  6.50 each              → £6.50
  6.50 pp                → £6.50
  £8 per person          → £8.00
  6 pounds               → £6.00
  6 quid                 → £6.00
  GBP 6.50               → £6.50
  6.50 GBP               → £6.50
  £6.50p                 → £6.50
  6.-                    → £6.00
  £6/-                   → £6.00
  6.                     → £6.00
  ６.５０                   → £6.50
  60                     → £60.00
  99                     → £99.00
  £250                   → £250.00
  £850                   → £850.00
`);

const ASKED = typedTable(`
  850                    → Do you mean £8.50? Write it with a point, or £850 if it was that much
  650                    → Do you mean £6.50? Write it with a point, or £650 if it was that much
  100                    → Do you mean £1.00? Write it with a point, or £100 if it was that much
  1000                   → Do you mean £10.00? Write it with a point, or £1000 if it was that much
  1250                   → Do you mean £12.50? Write it with a point, or £1250 if it was that much
  6 50                   → Do you mean £6.50? Write it with a point
  6:50                   → Do you mean £6.50? Write it with a point
  99999                  → Do you mean £999.99? Write it with a point, or £99999 if it was that much
`);

const REFUSED = typedTable(`
  12.345                 → Enter at most two figures after the point, like 6.50
  1.000                  → Enter at most two figures after the point, like 6.50
  -1                     → Enter what you paid in pounds and pence, like 6.50
  1e3                    → Enter what you paid in pounds and pence, like 6.50
  five                   → Enter what you paid in pounds and pence, like 6.50
  a fiver                → Enter what you paid in pounds and pence, like 6.50
  £                      → Enter what you paid in pounds and pence, like 6.50
  €7                     → Enter the price in pounds, like 6.50
  $7                     → Enter the price in pounds, like 6.50
  7 euros                → Enter the price in pounds, like 6.50
  ٧                      → Enter what you paid in pounds and pence, like 6.50
  0x10                   → Enter what one person paid, like 6.50
  1 000                  → Enter what you paid in pounds and pence, like 6.50
  free                   → Leave this empty if you paid nothing
  nothing                → Leave this empty if you paid nothing
  ?                      → Leave this empty if you do not know
  don't remember         → Leave this empty if you do not know
  8-10                   → Enter one price: what you paid yourself, like 6.50
  £8 - £10               → Enter one price: what you paid yourself, like 6.50
  8 to 10                → Enter one price: what you paid yourself, like 6.50
  8 or 9                 → Enter one price: what you paid yourself, like 6.50
  6.50/7                 → Enter one price: what you paid yourself, like 6.50
  6.50 + tip             → Enter what you paid in pounds and pence, like 6.50
  about 8                → Enter the nearest price that you know, like 6.50
  ~8                     → Enter the nearest price that you know, like 6.50
  8ish                   → Enter the nearest price that you know, like 6.50
  under 10               → Enter the nearest price that you know, like 6.50
  £12 for two            → Enter what one person paid, like 6.50
  12 for 2               → Enter what one person paid, like 6.50
  2 x 6.50               → Enter what one person paid, like 6.50
  999999999999           → Enter what you paid in pounds and pence, like 6.50
  6.5.0                  → Enter what you paid in pounds and pence, like 6.50
  +6                     → Enter what you paid in pounds and pence, like 6.50
  6.50 inc. tip          → Enter what you paid in pounds and pence, like 6.50
`);

function read(text: string): string {
  const result = readPounds(text);
  return "pence" in result ? formatPounds(result.pence) : result.problem;
}

test.each(UNDERSTOOD)("%j is %s", (typed, understood) => {
  expect(read(typed)).toBe(understood);
});

test.each(ASKED)("%j is asked about: %s", (typed, question) => {
  expect(read(typed)).toBe(question);
});

test.each(REFUSED)("%j is refused: %s", (typed, problem) => {
  expect(read(typed)).toBe(problem);
});

test("every amount survives being written and read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), (pence) => {
      expect(parsePounds(formatPounds(pence))).toBe(pence);
    }),
  );
});

test("a price is more than nothing and at most £1,000, and may be left out", () => {
  const accepts = (text: string) => pricePaidSchema.safeParse(text).success;
  expect(["0", "0.00", "1000.01", "£99999"].map(accepts)).toEqual([false, false, false, false]);
  expect(["0.01", "£1,000", " "].map(accepts)).toEqual([true, true, true]);
});
