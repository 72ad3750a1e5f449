import { MINUTES_A_DAY } from "../text/dates.ts";

export const NOON = 720;

/**
 * A time as it was typed. `dial` says how sure its half of the day is: "half" states it (5pm, noon), "day" can only be
 * meant on the 24-hour clock (17:00), "padded" looks like it (08:00), and "full" does beside one (12:00); "bare" is 8 or 8.30.
 */
export type TypedTime = {
  minute: number;
  dial: "half" | "day" | "padded" | "full" | "bare";
  /** "12am" and "12pm", which many people take for each other. */
  isTwelve: boolean;
  isNextDay: boolean;
};

const TIME = new RegExp(
  [
    "(?:12 ?)?(?<name>noon|midday|mid-?night)(?![a-z])",
    String.raw`(?<part>half(?: past)?|quarter (?:past|to)|\d{1,2} past) (?<of>\d{1,2})(?![\d:.])`,
    String.raw`(?<hours>\d{1,2})(?: ?[:.h] ?(?<minutes>\d{2})(?!\d)(?::00)?)?(?!\d)(?:h(?![a-z]))?`,
    String.raw`(?<digits>\d{3,4})(?!\d)`,
  ].join("|"),
  "y",
);

const HALF = / ?(?:([ap])\.? ?m(?![a-z])\.?|([ap])(?![a-z]))/y;
const CLOCK = / ?(?:o' ?clock|hrs?|hours?)(?![a-z])/y;
const PART = / (?:(?:in the|at|this) )?(morning|afternoon|evening|night)(?![a-z])/y;
const NEXT_DAY = / ?\(?(?:the )?(?:next|following) (?:day|morning)\)?/y;

/** The time that begins at an index, with where it ends; undefined when none does. @param text see plainHours */
export function readTimeAt(
  text: string,
  at: number,
): { time: TypedTime | undefined; end: number } | undefined {
  const match = matchAt(TIME, text, at);
  if (!match) return undefined;
  let end = at + match[0].length;
  const { name, part, of, hours, minutes, digits } = match.groups ?? {};
  let half: string | undefined;
  if (name === undefined) {
    const clock = matchAt(CLOCK, text, end);
    end += clock?.[0].length ?? 0;
    const stated = matchAt(HALF, text, end);
    end += stated?.[0].length ?? 0;
    const partOfDay = stated ? null : matchAt(PART, text, end);
    end += partOfDay?.[0].length ?? 0;
    half = stated?.[1] ?? stated?.[2] ?? partOfDay?.[1];
  }
  const nextDay = matchAt(NEXT_DAY, text, end);
  end += nextDay?.[0].length ?? 0;
  const isNextDay = nextDay !== null;
  if (name !== undefined) {
    const minute = name.startsWith("mid-") || name === "midnight" ? 0 : NOON;
    return { time: { minute, dial: "half", isTwelve: false, isNextDay }, end };
  }
  const typed = of === undefined ? timeOf(hours, minutes, digits) : spokenTime(part, of);
  const time = typed && onDial(typed, half);
  return { time: time && { ...time, isNextDay }, end };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `digits` are those of the hour, as far as minutes follow: 08:00 has two. */
type HourAndMinute = { hour: number; minute: number; digits: number };

function timeOf(hours = "", minutes?: string, digits?: string): HourAndMinute | undefined {
  const [typedHours, typedMinutes] = digits
    ? [digits.slice(0, -2), digits.slice(-2)]
    : [hours, minutes ?? "0"];
  const [hour, minute] = [Number(typedHours), Number(typedMinutes)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  const isWhole = hours.length === 2 && minutes === undefined && digits === undefined;
  return { hour, minute, digits: isWhole && !hours.startsWith("0") ? 1 : typedHours.length };
}

/** "half 8" and "half past 8" are 8:30, as people in Britain say it; "quarter to 8" is 7:45. */
function spokenTime(part = "", of = ""): HourAndMinute | undefined {
  const [amount = ""] = part.split(" ");
  const minutes = { half: 30, quarter: 15 }[amount] ?? Number(amount);
  const hour = Number(of);
  if (hour < 1 || hour > 12 || minutes > 59) return undefined;
  if (!part.endsWith(" to")) return { hour, minute: minutes, digits: 1 };
  return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minutes, digits: 1 };
}

function onDial(
  { hour, minute, digits }: HourAndMinute,
  half: string | undefined,
): Omit<TypedTime, "isNextDay"> | undefined {
  if (half === undefined) {
    const isOfDay = hour > 12 || hour === 0;
    return {
      minute: hour * 60 + minute,
      dial: isOfDay ? "day" : digits === 2 ? (hour < 10 ? "padded" : "full") : "bare",
      isTwelve: false,
    };
  }
  if (hour < 1 || hour > 12) return undefined;
  const isAfternoon = half === "p" || half === "afternoon" || half === "evening";
  const isLate = half === "night" && hour >= 6 && hour < 12;
  const halfOfDay = isAfternoon || isLate ? NOON : 0;
  return {
    minute: ((hour % 12) * 60 + minute + halfOfDay) % MINUTES_A_DAY,
    dial: "half",
    isTwelve: hour === 12 && minute === 0,
  };
}

const NUMBERS = [
  ...["one", "two", "three", "four", "five", "six"],
  ...["seven", "eight", "nine", "ten", "eleven", "twelve"],
];
const NUMBER_WORDS = new RegExp(`\\b(?:${NUMBERS.join("|")})\\b`, "g");
// Pasted without its line breaks, a week is "5 pmTuesday9 am".
const AROUND_DAY_NAME =
  /(?<=[a-z])(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?<=[nsire]day)(?=[a-rt-z])/g;

/** Small letters, one kind of dash and of space, nothing invisible. */
export function plainHours(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Pd}−→]/gu, "-")
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(NUMBER_WORDS, (number) => String(NUMBERS.indexOf(number) + 1))
    .replace(AROUND_DAY_NAME, " ")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\p{Cf}|\p{Extended_Pictographic}|\p{Variation_Selector}/gu, "")
    .replace(/[^\S\n]+/g, " ")
    .trim();
}

/** The minute of the day of one time, such as "6:30pm", "18:30", "noon" or "half past 6 in the evening". */
export function readClockTime(text: string): number | "am or pm" | undefined {
  const plain = plainHours(text);
  const read = readTimeAt(plain, 0);
  if (!read?.time || read.end < plain.length || read.time.isNextDay) return undefined;
  return read.time.dial === "bare" ? "am or pm" : read.time.minute % MINUTES_A_DAY;
}
