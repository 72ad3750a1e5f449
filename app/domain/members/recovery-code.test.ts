import { expect, test } from "vitest";
import { RANDOM_SYMBOLS, recoveryCodeSchema, writeRecoveryCode } from "./recovery-code.ts";

const VALUES = Array.from({ length: RANDOM_SYMBOLS }, (_, index) => (index * 7 + 1) % 32);
const CODE = writeRecoveryCode(VALUES);
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const read = (typed: string) => recoveryCodeSchema.safeParse(typed);
const problem = (typed: string) => read(typed).error?.issues.map(({ message }) => message);

test("a code has five groups of four that nobody misreads", () => {
  expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
});

test.each([
  ["as it is shown", CODE],
  ["in small letters", CODE.toLowerCase()],
  ["without hyphens", CODE.replaceAll("-", "")],
  ["with spaces", `  ${CODE.replaceAll("-", " ")}\t\n`],
  ["with the dashes of a word processor", CODE.replaceAll("-", "–")],
  [
    "in full-width letters",
    CODE.replace(/[A-Z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  ],
])("%s it is read", (_, typed) => {
  expect(read(typed).data).toBe(CODE);
});

test.each([
  ["the line that is printed", `Fork & Filter, ada: ${CODE}`],
  ["the line with the site's name in capitals", `FORK & FILTER, ADA:\u00a0${CODE}\n`],
  ["the line of a site with a longer name", `Founders & Coders Lunch Club, Null Pointer: ${CODE}`],
  ["a note of one's own", `my code for the food site is ${CODE}, keep it!`],
  ["a label", `Recovery code: ${CODE}.`],
  ["in brackets", `(${CODE})`],
  ["in quotation marks", `“${CODE}”`],
  ["with the handle after it", `${CODE} (ada)`],
  ["in groups with spaces, in a line", `ada ${CODE.replaceAll("-", " ")}`],
  ["over two lines", `ada:\n${CODE.slice(0, 14)}\n${CODE.slice(14)}`],
  ["in Markdown", `**Code:** \`${CODE}\``],
])("%s is read", (_, typed) => {
  expect(read(typed).data).toBe(CODE);
});

test("a line with two codes is not guessed at", () => {
  const other = writeRecoveryCode(VALUES.toReversed());
  expect(read(`${CODE} ${other}`).success).toBe(false);
  expect(read(`ada: ${CODE}, ${CODE}`).data).toBe(CODE);
});

test("O is read as 0, and I and l as 1", () => {
  const code = writeRecoveryCode(Array.from({ length: RANDOM_SYMBOLS }, (_, index) => index % 2));
  const data = code.slice(0, 19).replaceAll("0", "O").replaceAll("1", "l");
  expect(read(data + code.slice(19)).data).toBe(code);
  expect(read(data.replaceAll("l", "I") + code.slice(19)).data).toBe(code);
});

test("any one symbol that is wrong is found", () => {
  for (let at = 0; at < CODE.length; at += 1) {
    for (const symbol of SYMBOLS) {
      if (CODE[at] === "-" || CODE[at] === symbol) continue;
      expect(read(CODE.slice(0, at) + symbol + CODE.slice(at + 1)).success).toBe(false);
    }
  }
});

test("any two neighbours that changed places are found", () => {
  const symbols = CODE.replaceAll("-", "");
  for (let at = 0; at + 1 < symbols.length; at += 1) {
    const [one = "", other = ""] = [symbols[at], symbols[at + 1]];
    if (one === other) continue;
    expect(read(symbols.slice(0, at) + other + one + symbols.slice(at + 2)).success).toBe(false);
  }
});

test.each(["", "   ", "---"])("%j is said to be missing", (typed) => {
  expect(problem(typed)).toEqual(["Enter your recovery code"]);
});

test.each([
  ["a code without its last letter", CODE.slice(0, -1)],
  ["a code with one more", `${CODE}A`],
  ["a long text", "x".repeat(10_000)],
  ["markup", "<script>alert(1)</script>"],
  ["SQL", "' OR 1=1 --"],
])("%s is said not to be whole", (_, typed) => {
  expect(problem(typed)).toEqual([expect.stringMatching(/^That is not a whole code: /)]);
});

test("a letter that no code has is said to be another", () => {
  expect(problem(`U${CODE.slice(1)}`)).toEqual([
    expect.stringMatching(/letters or digits is another/),
  ]);
});
