import { expect, test } from "vitest";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { postcodeSchema, readPostcode } from "./postcode.ts";

// What people type for a postcode: what it is taken for, what is asked, what is refused.

const UNDERSTOOD = typedTable(`
  n43hh                          → N4 3HH
  sw1a  1aa                      → SW1A 1AA
  N0 0AA                         → N0 0AA
  N4 3HH.                        → N4 3HH
  (N4 3HH)                       → N4 3HH
  N4-3HH                         → N4 3HH
  N4,3HH                         → N4 3HH
  “N4 3HH”                       → N4 3HH
  N4 3HH, UK                     → N4 3HH
  London N4 3HH                  → N4 3HH
  Postcode: N4 3HH               → N4 3HH
  postcode: n43hh                → N4 3HH
  12 High St n43hh, London       → N4 3HH
  N43 HH                         → N4 3HH
  Ｎ４ ３ＨＨ                         → N4 3HH
  N4 3HH                         → N4 3HH
  n4 3 h h                       → N4 3HH
  EC1A 1BB                       → EC1A 1BB
  W1A 0AX                        → W1A 0AX
  M1 1AE                         → M1 1AE
  B33 8TH                        → B33 8TH
  CR2 6XH                        → CR2 6XH
  DN55 1PT                       → DN55 1PT
  BT1 5GS                        → BT1 5GS
  EH1 1YZ                        → EH1 1YZ
  N1C 4AG                        → N1C 4AG
`);

const ASKED = typedTable(`
  NO 0AA                         → Do you mean N0 0AA? O and 0, and I, L and 1, look alike: write it like that
  SW1A OAA                       → Do you mean SW1A 0AA? O and 0, and I, L and 1, look alike: write it like that
  SWIA 1AA                       → Do you mean SW1A 1AA? O and 0, and I, L and 1, look alike: write it like that
  E1O 1AA                        → Do you mean E10 1AA? O and 0, and I, L and 1, look alike: write it like that
  0X1 2JD                        → Do you mean OX1 2JD? O and 0, and I, L and 1, look alike: write it like that
  EI1 1AA                        → Do you mean E11 1AA? O and 0, and I, L and 1, look alike: write it like that
  GIR 0AA                        → Do you mean G1R 0AA? O and 0, and I, L and 1, look alike: write it like that
`);

const REFUSED = typedTable(`
  don't know                     → Leave this empty if you do not know it
  not sure                       → Leave this empty if you do not know it
  n/a                            → Leave this empty if you do not know it
  none                           → Leave this empty if you do not know it
  ?                              → Leave this empty if you do not know it
  -                              → Leave this empty if you do not know it
  n43hh n43hg                    → Enter one postcode: N4 3HH or N4 3HG
  N4 3HH N4 3HG                  → Enter one postcode: N4 3HH or N4 3HG
  N4 3HH or n4 3hg               → Enter one postcode: N4 3HH or N4 3HG
  N4 3OH                         → No postcode ends in OH: its last two letters are never C, I, K, M, O or V
  N4 E3H                         → Enter a full postcode, with both its parts
  N4 3HO                         → No postcode ends in HO: its last two letters are never C, I, K, M, O or V
  N4 3CK                         → No postcode ends in CK: its last two letters are never C, I, K, M, O or V
  N4                             → Enter the whole postcode, not only N4
  N4 3                           → Enter the whole postcode, not only N43
  N4 3H                          → Enter a full postcode, with both its parts
  3HH                            → Enter the whole postcode, not only its end
  12345                          → Enter a full postcode, with both its parts
  NN44 33HH                      → Enter a full postcode, with both its parts
  D02 X285                       → Enter a full postcode, with both its parts
  QQ1 1AA              → No postcode begins like QQ1: check its letters
  London                         → Enter a full postcode, with both its parts
  90210                          → Enter a full postcode, with both its parts
  N4 3HHH                        → Enter a full postcode, with both its parts
  SW1A 1AA1                      → Enter a full postcode, with both its parts
  BFPO 57                        → Enter a full postcode, with both its parts
  🙂                              → Enter a full postcode, with both its parts
`);

function read(text: string): string {
  const result = readPostcode(text);
  return "postcode" in result ? result.postcode : result.problem;
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

test("nothing at all is no full postcode", () => {
  expect(read("")).toBe("Enter a full postcode, with both its parts");
  expect(postcodeSchema.safeParse(["N4 3HH"]).success).toBe(false);
});
