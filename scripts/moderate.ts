import { stopFields } from "../app/domain/moderation/stop-fields.ts";
import { countOf } from "../app/domain/text/counting.ts";
import {
  previewByOperator,
  restoreByOperator,
  stopByOperator,
  undoByOperator,
} from "../app/domain/undoing/moderate-by-operator.server.ts";
import { readSince } from "../app/domain/undoing/since.ts";
import { AdminError, type Command, known } from "./admin-command.ts";

/** The commands about what a member did; undefined for another one. */
export function readModerating(
  name: string | undefined,
  handle: string,
  rest: string[],
): Command | undefined {
  const [first = "", second, third, fourth, ...more] = rest;
  if (more.length > 0) return undefined;
  if (name === "stop" && second !== undefined && third === undefined) {
    return (database) => stop(database, handle, { rule: first, words: second });
  }
  if (name === "restore" && rest.length === 0) return (database) => restore(database, handle);
  if (name !== "undo" || first === "") return undefined;
  if (second === undefined) return (database) => preview(database, handle, first);
  if (second !== "--now") return undefined;
  if (third === undefined) return (database) => undo(database, handle, { asked: first });
  if (third !== "--hide-reviews" || fourth === undefined) return undefined;
  return (database) => undo(database, handle, { asked: first, rule: ruleIn(fourth) });
}

type Database = Parameters<Command>[0];

async function stop(database: Database, typed: string, why: { rule: string; words: string }) {
  const words = stopFields.words.safeParse(why.words);
  if (!words.success) throw new AdminError(`${words.error.issues[0]?.message}.`);
  const stopped = await stopByOperator(database, typed, {
    rule: ruleIn(why.rule),
    words: words.data,
  });
  const { handle, outcome } = known(stopped, typed);
  switch (outcome) {
    case "is-moderator":
      throw new AdminError(`${handle} moderates. Take that away first: revoke ${handle}`);
    case "stopped-already":
      return `${handle} is stopped from posting already. To say something else, restore them first.`;
    case "stopped":
      return `${handle} is stopped from posting, and reads why on every form. What they did stays: undo takes it back.`;
  }
}

async function preview(database: Database, typed: string, asked: string) {
  const { handle, places, merges, reviews } = known(
    await previewByOperator(database, typed, sinceIn(asked)),
    typed,
  );
  return `Of ${handle} would be undone what they did at ${countOf(places.length, "place")}, and ${countOf(merges, "merge")}.
${places.map((name) => `  ${name}\n`).join("")}What others changed since stays, fact by fact. Their reviews, at ${countOf(reviews, "place")}, stay too
unless you add --hide-reviews RULE. The site shows each change to moderators. To undo it, add --now.`;
}

async function undo(
  database: Database,
  typed: string,
  { asked, rule }: { asked: string; rule?: string },
) {
  const undone = await undoByOperator(database, typed, { since: sinceIn(asked), rule });
  const { handle, things } = known(undone, typed);
  if (things === 0) return `There was nothing of ${handle} to undo.`;
  return `${countOf(things, "thing")} of ${handle} ${things === 1 ? "is" : "are"} undone, each in the history of its place and in the public log.`;
}

async function restore(database: Database, typed: string) {
  const { handle, isLifted, things } = known(await restoreByOperator(database, typed), typed);
  const posting = isLifted
    ? `${handle} may post again.`
    : `${handle} was not stopped from posting.`;
  const hidden =
    things === 0
      ? "Nothing is hidden by their flags."
      : `${countOf(things, "thing")} that their flags hid ${things === 1 ? "is" : "are"} shown again.`;
  return `${posting} ${hidden}`;
}

function sinceIn(asked: string): Date {
  const since = readSince(asked, new Date());
  if ("moment" in since) return since.moment;
  throw new AdminError(`${since.problem}, or one of hour, day, week and everything.`);
}

function ruleIn(typed: string): string {
  const rule = stopFields.rule.safeParse(typed);
  if (rule.success) return rule.data;
  throw new AdminError(`There is no rule "${typed}". ${USABLE_RULES}`);
}

const USABLE_RULES = `Name one of ${stopFields.rule.options.join(", ")}.`;
