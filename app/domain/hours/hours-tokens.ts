import { readTimeAt, type TypedTime } from "./typed-time.ts";
import { BANK_HOLIDAY, EVERY_DAY, WEEKDAYS_ONLY, WEEKEND } from "./week.ts";

type TokenValue =
  | { kind: "time"; time: TypedTime | undefined }
  | { kind: "to" | "break" | "next" | "between" | "closes" | "closed" }
  | { kind: "always" | "always-daily" | "part-of-day" | "late" }
  | { kind: "days"; days: readonly number[] }
  | { kind: "refused"; why: Refusal };

/** A part of hours as typed, with where it stands in the text. */
export type HoursToken = TokenValue & { from: number; to: number };

export type Refusal =
  | "sun"
  | "changing"
  | "unknown"
  | "season"
  | "kitchen"
  | "exception"
  | "about"
  | "word";

const END = String.raw`(?![\p{L}\p{M}])`;
const word = (pattern: string) => new RegExp(`(?:${pattern})${END}`, "yu");

const DAYS: [string, readonly number[]][] = [
  ["(?:all|the whole) week", EVERY_DAY],
  ["week ?ends?", WEEKEND],
  ["week ?days?|m ?- ?f", WEEKDAYS_ONLY],
  ["mo(?:n(?:day)?s?)?", [1]],
  ["tu(?:e(?:s(?:day)?)?)?s?", [2]],
  ["we(?:d(?:s|nes(?:day)?)?)?s?", [3]],
  ["th(?:u(?:r(?:s(?:day)?)?)?)?s?", [4]],
  ["fr(?:i(?:day)?)?s?", [5]],
  ["sa(?:t(?:ur(?:day)?)?)?s?", [6]],
  ["su(?:n(?:day)?)?s?", [7]],
  ["ph|b/?h|(?:public|bank|national) ?hol(?:iday)?s?|holidays", [BANK_HOLIDAY]],
];

const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const REFUSED: [Refusal, string][] = [
  ["sun", "sun ?(?:set|rise|down|up)|dusk|dawn|nightfall|dark"],
  [
    "changing",
    "(?:by )?appointments?(?: only)?|on request|by arrangement|var(?:y|ies|iable|ied|ious)|depends|(?:call|ring|phone)(?: ahead| first| us)?|check|sometimes|usually|mostly|irregular|flexible|whenever we|other times",
  ],
  [
    "unknown",
    "unknown|n/a|tb[acd]|i? ?(?:don't|do not|dont) know|not sure|unsure|dunno|idk|no idea",
  ],
  [
    "season",
    `${MONTH}|summer|winter|spring|autumn|easter|christmas|xmas|boxing day|good friday|new year'?s?(?: day| eve)?|school|sh|term|term ?time|half ?term|month|fortnight|alternate|every other|week|first|last (?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|1st|2nd|3rd|4th`,
  ],
  [
    "kitchen",
    "kitchen|food|last (?:orders?|entry|admission|seating)|delivery|deliveries|take ?away|happy hour",
  ],
  ["exception", "except|excl(?:uding|\\.)?|apart from|other than|but|not"],
  ["about", "about|around|approx(?:imately)?\\.?|circa|roughly|ish"],
];

type Rule = [RegExp, TokenValue | undefined];

const GAP = String.raw`[^\S\n]`;

const BEFORE_TIMES: Rule[] = [
  [/[\s.:()[\]*"!=]*(?:[;|]|\n)[\s,;|.()]*/uy, { kind: "next" }],
  [new RegExp(`${GAP}*[,/&+·•][,/&+·•\\s]*`, "yu"), { kind: "break" }],
  [new RegExp(`(?:${GAP}|[.:()[\\]*"'!=])+`, "yu"), undefined],
  [/(?:open )?24 ?[/x-] ?7(?!\d)(?: days(?: (?:a|per) week)?)?/uy, { kind: "always-daily" }],
  [
    word(
      "(?:open )?(?:24|twenty[ -]?four) ?-? ?(?:hours?|hrs?|h)(?: (?:a|per|each|every) day)?|(?:open )?(?:all day(?: long)?(?:(?: and|,| &)? (?:all )?night)?|(?:a)?round the clock)",
    ),
    { kind: "always" },
  ],
  [
    word("(?:7|seven) ?days?(?: ?(?:a|per|/) ?week)?|(?:every|each) ?day|daily|all days"),
    { kind: "days", days: EVERY_DAY },
  ],
];

const AFTER_TIMES: Rule[] = [
  [
    word("closed?,? (?:all|the whole|for the) day|closed|shut|off|not open|none|no hours"),
    { kind: "closed" },
  ],
  [word("(?:and )?clos(?:es?|ing)(?: at)?(?= ?\\d| noon| mid)"), { kind: "closes" }],
  [
    word(
      "(?:'?till? )?(?:very )?late(?: night)?|clos(?:e|es|ing)(?: time)?|finish|the end|empty|sold out|(?:we )?sell out|last (?:customers?|guests?)",
    ),
    { kind: "late" },
  ],
  [
    word(
      "we(?='re| are| open| close| will)|(?:opening|business|trading) (?:hours?|times?)|open(?:s|ing|ed)?|hours(?: (?:or services )?(?:might|may) differ)?|times?|from|is|are|re|its?|s|only|on|at|the|every(?! other)|each|always|normally|onwards?|hrs",
    ),
    undefined,
  ],
  [word("between"), { kind: "between" }],
  [/-+>?|[~>]|=>/uy, { kind: "to" }],
  [word("(?:and |up )?(?:to|unti?ll?|'?till?|thru|through)"), { kind: "to" }],
  [word("and|then|plus|also|incl(?:uding)?|inc"), { kind: "break" }],
  [
    word(
      "breakfasts?|brunch(?:es)?|lunch(?:es|time)?|dinners?|suppers?|tea ?time|mornings?|afternoons?|evenings?|eves?|nights?",
    ),
    { kind: "part-of-day" },
  ],
  ...REFUSED.map(([why, pattern]): Rule => [word(pattern), { kind: "refused", why }]),
  ...DAYS.map(([pattern, days]): Rule => [word(pattern), { kind: "days", days }]),
  [/\?+/uy, { kind: "refused", why: "unknown" }],
  [/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}']*|./suy, { kind: "refused", why: "word" }],
];

/** @param plain see plainHours */
export function readTokens(plain: string): HoursToken[] {
  const tokens: HoursToken[] = [];
  let at = 0;
  while (at < plain.length) {
    const { end, value } = tokenAt(plain, at, tokens.at(-1)?.kind);
    if (value) tokens.push({ ...value, from: at, to: end });
    at = end;
  }
  return tokens;
}

function tokenAt(plain: string, at: number, before: string | undefined) {
  const early = firstMatch(BEFORE_TIMES, plain, at);
  // "24h" after "to" is when it closes.
  if (early && !(early.value?.kind === "always" && before === "to")) return early;
  const found = readTimeAt(plain, at);
  if (found) return { end: found.end, value: { kind: "time" as const, time: found.time } };
  return firstMatch(AFTER_TIMES, plain, at) ?? { end: at + 1, value: undefined };
}

function firstMatch(rules: Rule[], plain: string, at: number) {
  for (const [pattern, value] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(plain);
    if (match) return { end: at + match[0].length, value };
  }
  return undefined;
}
