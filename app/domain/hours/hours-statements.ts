import type { HoursToken, Refusal } from "./hours-tokens.ts";
import type { TypedRange } from "./likely-times.ts";
import { EVERY_DAY } from "./week.ts";

/** What is said of some days; without days it is of those that the field is for. */
export type HoursStatement = {
  days: number[];
  said: "closed" | "always" | TypedRange[];
  text: string;
};

type Problem = { problem: string };
type Days = { kind: "days"; days: number[]; text: string };
type Said = { kind: "said"; said: HoursStatement["said"]; text: string };
type Part = Days | Said;

const LIKE = "like 8am to 5pm";

export const REFUSALS: Record<Exclude<Refusal, "word">, (quoted: string) => string> = {
  sun: (quoted) => `Write a time of the clock for ${quoted}, ${LIKE}`,
  changing: () =>
    "Only hours that stay the same can be saved: leave this empty, and say in a review how it is",
  unknown: () => "Leave this empty if you do not know",
  season: (quoted) => `Write the hours of a usual week as it is now, without ${quoted}`,
  kitchen: () => "Write when the place itself is open, without its kitchen or last orders",
  exception: (quoted) =>
    `Write what is true of each day instead of ${quoted}: each day has its own field`,
  about: (quoted) => `Write the nearest times that you know, without ${quoted}`,
};

const LATEST = "Write the latest closing time that you know, like 6pm to 11pm";

/** @param plain what the tokens were read from */
export function readStatements(plain: string, tokens: HoursToken[]): HoursStatement[] | Problem {
  const segments = [splitAt(tokens, ["next"]), splitAt(tokens, ["next", "break"])];
  for (const parts of segments) {
    const pairs = parts.map((part) => pairUp(plain, part));
    const read = pairs.flatMap((pair) => ("problem" in pair ? [] : [pair]));
    // "9-5, Sat 10-4": what comes first may be of the days of the field.
    const isClear = read.every(
      (pair, index) => (index === 0 && pair.length === 1) || hasDays(pair),
    );
    if (
      parts.length > 1 &&
      read.length === parts.length &&
      isClear &&
      read.slice(1).some(hasDays)
    ) {
      return read.flat();
    }
  }
  return pairUp(plain, tokens);
}

function hasDays(statements: HoursStatement[]): boolean {
  return statements.length > 0 && statements.every(({ days }) => days.length > 0);
}

function splitAt(tokens: HoursToken[], kinds: HoursToken["kind"][]): HoursToken[][] {
  const parts: HoursToken[][] = [[]];
  for (const token of tokens) {
    if (kinds.includes(token.kind)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** "Mon 9-5" and "9-5 on Mondays" in any order, as long as each time has its day beside it. */
function pairUp(plain: string, tokens: HoursToken[]): HoursStatement[] | Problem {
  const parts = readParts(plain, tokens);
  if ("problem" in parts) return parts;
  const [only] = parts;
  if (only?.kind === "said" && parts.length === 1) {
    return [{ days: [], said: only.said, text: only.text }];
  }
  const statements: HoursStatement[] = [];
  const isClosedAfter = parts[1]?.kind === "said" && parts[1].said === "closed";
  const startsWithOwnDays = only?.kind === "said" && isClosedAfter && parts[2]?.kind === "days";
  if (startsWithOwnDays) statements.push({ days: [], said: only.said, text: only.text });
  for (let index = startsWithOwnDays ? 1 : 0; index < parts.length; index += 2) {
    const [one, other] = [parts[index], parts[index + 1]];
    if (!one || !other || one.kind === other.kind) return { problem: loose(one, other) };
    const [days, said] = one.kind === "days" ? [one, other] : [other, one];
    if (days.kind !== "days" || said.kind !== "said") return { problem: loose(one, other) };
    statements.push({ days: days.days, said: said.said, text: `${one.text} ${other.text}` });
  }
  return statements;
}

function loose(one: Part | undefined, other: Part | undefined): string {
  if (one?.kind === "days") return `Write the hours of “${one.text}” after it, ${LIKE}, or closed`;
  if (one?.kind === "said" && other?.kind === "said") {
    return `Write either “${one.text}” or “${other.text}” for the same day`;
  }
  const text = other ? `${one?.text} ${other.text}` : one?.text;
  return `Write the days before their hours where “${text}” is, like Mon-Fri 8am-5pm; Sat 9am-1pm`;
}

function readParts(plain: string, tokens: HoursToken[]): Part[] | Problem {
  const parts: Part[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    const read = readPart(plain, tokens, at, parts.at(-1));
    if ("problem" in read) return read;
    join(parts, read.parts);
    at = read.next;
  }
  return parts;
}

/** Ranges one after the other are of the same day. */
function join(parts: Part[], added: Part[]): void {
  for (const part of added) {
    const last = parts.at(-1);
    const areRanges = last?.kind === "said" && part.kind === "said";
    if (areRanges && Array.isArray(last.said) && Array.isArray(part.said)) {
      last.said = [...last.said, ...part.said];
      last.text = `${last.text}, ${part.text}`;
    } else if (!areRanges || last.said !== part.said) {
      parts.push(part);
    }
  }
}

type ReadPart = { parts: Part[]; next: number } | Problem;

function readPart(
  plain: string,
  tokens: HoursToken[],
  at: number,
  before: Part | undefined,
): ReadPart {
  const token = tokens[at];
  if (!token) return { parts: [], next: at + 1 };
  const text = plain.slice(token.from, token.to);
  const next = tokens[at + 1];
  switch (token.kind) {
    case "days":
      return readDays(plain, tokens, at);
    case "closed":
    case "always":
      return { parts: [{ kind: "said", said: token.kind, text }], next: at + 1 };
    case "always-daily":
      return {
        parts: [
          { kind: "days", days: [...EVERY_DAY], text },
          { kind: "said", said: "always", text },
        ],
        next: at + 1,
      };
    case "time":
      return readRange(plain, tokens, at);
    case "between":
      return next?.kind === "time"
        ? readRange(plain, tokens, at + 1, true)
        : { parts: [], next: at + 1 };
    case "late":
      return { problem: LATEST };
    case "closes":
    case "to":
      if (next?.kind === "late") return { problem: LATEST };
      if (next?.kind !== "time" || before?.kind === "days") return { parts: [], next: at + 1 };
      return {
        problem: `Write when it opens too, not only “${quote(plain, token, next)}”, ${LIKE}`,
      };
    default:
      return { parts: [], next: at + 1 };
  }
}

function readDays(plain: string, tokens: HoursToken[], from: number): ReadPart {
  const first = tokens[from];
  if (first?.kind !== "days") return { parts: [], next: from + 1 };
  let last: HoursToken = first;
  const days = [...first.days];
  let at = from + 1;
  for (;;) {
    const [joint, day] = [tokens[at], tokens[at + 1]];
    if (joint?.kind === "days") {
      days.push(...joint.days);
      [last, at] = [joint, at + 1];
    } else if (joint?.kind === "break" && day?.kind === "days") {
      days.push(...day.days);
      [last, at] = [day, at + 2];
    } else if (joint?.kind === "to" && day?.kind === "days") {
      const [start, end] = [days.at(-1) ?? 1, day.days[0] ?? 1];
      if (day.days.length > 1 || start > 7 || end > 7) {
        return { problem: `Write “${quote(plain, first, day)}” as a day to another, like Mon-Fri` };
      }
      for (let next = start % 7; next + 1 !== end; next = (next + 1) % 7) days.push(next + 1);
      days.push(end);
      [last, at] = [day, at + 2];
    } else {
      const text = quote(plain, first, last);
      return { parts: [{ kind: "days", days: [...new Set(days)], text }], next: at };
    }
  }
}

function readRange(plain: string, tokens: HoursToken[], at: number, isBetween = false): ReadPart {
  const first = tokens[at];
  const isAfterBreak = tokens[at + 1]?.kind === "break" && tokens[at + 2]?.kind === "closes";
  const joint = tokens[isAfterBreak ? at + 2 : at + 1];
  const last = tokens[isAfterBreak ? at + 3 : at + 2];
  const isJoined =
    joint?.kind === "to" || joint?.kind === "closes" || (isBetween && joint?.kind === "break");
  if (first?.kind !== "time") return { parts: [], next: at + 1 };
  if (joint?.kind === "late") return { problem: LATEST };
  if (isJoined && (last?.kind === "late" || last?.kind === "closed")) return { problem: LATEST };
  if (!isJoined || last?.kind !== "time") {
    return first.time
      ? { problem: `Write when it closes too, not only “${quote(plain, first, first)}”, ${LIKE}` }
      : { problem: noTime(quote(plain, first, first)) };
  }
  const next = tokens.indexOf(last) + 1;
  const text = quote(plain, first, last);
  const after = tokens[next + 1];
  if (tokens[next]?.kind === "to" && after?.kind === "time") {
    return { problem: `Write “${quote(plain, first, after)}” as a time to another, ${LIKE}` };
  }
  if (!first.time) return { problem: noTime(quote(plain, first, first)) };
  if (!last.time) return { problem: noTime(quote(plain, last, last)) };
  return {
    parts: [{ kind: "said", said: [{ start: first.time, end: last.time, text }], text }],
    next,
  };
}

function noTime(text: string): string {
  return `There is no such time as “${text}”: write it like 8am, 5:30pm or 17:30`;
}

function quote(plain: string, first: HoursToken, last: HoursToken): string {
  return plain.slice(first.from, last.to).trim().slice(0, 60);
}
