import { connect } from "../app/db/connection.server.ts";
import type { PrismaClient } from "../app/db/generated/client.ts";
import { databaseUrl, SettingsError } from "../app/db/settings.ts";
import { makeOperatorCode } from "../app/domain/members/operator-code.server.ts";
import { giveRole, listModerators } from "../app/domain/members/roles.server.ts";
import { RULES_FOR_REVIEWS } from "../app/domain/moderation/rules.ts";
import { listInWords } from "../app/domain/text/counting.ts";
import { AdminError, type Command, known } from "./admin-command.ts";
import { eraseAndSay } from "./erase.ts";
import { readModerating } from "./moderate.ts";
import { removeDemoByOperator } from "./remove-demo.ts";

// `npm run admin -- grant HANDLE moderator`. On the deployed machine: `node scripts/admin.ts grant HANDLE moderator`.
const USAGE = `Say what to do:
  grant HANDLE moderator        lets a member moderate
  revoke HANDLE                 makes a moderator a member again
  list                          says who moderates
  code HANDLE [--end-sessions]  makes a new recovery code for a member, and with
                                --end-sessions signs them out everywhere
  erase WHAT [--for-good]       says what would be erased, and with --for-good erases it: a
                                member by their handle, or a text by its address, such as
                                /reviews/12, /places/the-place or /places/the-place/history/3
  stop HANDLE RULE "WHY"        stops a member posting until it is lifted; they read
                                the rule and why. RULE is ${listInWords(RULES_FOR_REVIEWS.map(({ rule }) => rule))}
  undo HANDLE SINCE             says what a member did that would be undone. SINCE is
                                hour, day, week, everything or a day: 2026-11-22
  undo HANDLE SINCE --now [--hide-reviews RULE]
                                undoes it, and hides their reviews
  restore HANDLE                lets a stopped member post again, and shows again
                                what their flags hid
  remove-demo [--dry-run]       takes the demo away for good, but not what people added
                                something to. --dry-run says what would go`;

try {
  const command = readCommand(process.argv.slice(2));
  // Milliseconds. Unlike the site, this process can wait for other writers.
  const database = connect(databaseUrl(), { busyTimeout: 30_000 });
  try {
    console.log(await command(database));
  } finally {
    await database.$disconnect();
  }
} catch (error) {
  if (!(error instanceof AdminError) && !(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readCommand([name, handle, ...rest]: string[]): Command {
  const options = rest.join(" ");
  if (name === "list" && handle === undefined) return list;
  if (name === "remove-demo" && rest.length === 0) {
    if (handle === undefined) return (database) => removeDemoByOperator(database, false);
    if (handle === "--dry-run") return (database) => removeDemoByOperator(database, true);
  }
  if (!handle) throw new AdminError(USAGE);
  if (name === "grant" && options === "moderator") return (database) => grant(database, handle);
  if (name === "revoke" && options === "") return (database) => revoke(database, handle);
  if (name === "code" && options === "") return (database) => makeCode(database, handle, false);
  if (name === "code" && options === "--end-sessions") {
    return (database) => makeCode(database, handle, true);
  }
  if (name === "erase" && ["", "--for-good"].includes(options)) {
    return (database) => erase(database, handle, options !== "");
  }
  const moderating = readModerating(name, handle, rest);
  if (moderating) return moderating;
  throw new AdminError(USAGE);
}

async function erase(database: PrismaClient, what: string, isSure: boolean): Promise<string> {
  const said = await eraseAndSay(database, what, isSure);
  if (said !== undefined) return said;
  throw new AdminError(`There is nothing to erase at "${what}".`);
}

async function list(database: PrismaClient): Promise<string> {
  const moderators = await listModerators(database);
  if (moderators.length === 0) return "Nobody moderates yet.";
  return `${listInWords(moderators)} ${moderators.length === 1 ? "moderates" : "moderate"}.`;
}

async function grant(database: PrismaClient, typed: string): Promise<string> {
  const { handle, isChanged } = known(await giveRole(database, typed, "moderator"), typed);
  return `${handle} is a moderator${isChanged ? "" : " already"}.`;
}

async function revoke(database: PrismaClient, typed: string): Promise<string> {
  const { handle, isChanged } = known(await giveRole(database, typed, "member"), typed);
  return `${handle} is${isChanged ? "" : " already"} no moderator.`;
}

async function makeCode(
  database: PrismaClient,
  typed: string,
  endSessions: boolean,
): Promise<string> {
  const { handle, code } = known(await makeOperatorCode(database, typed, { endSessions }), typed);
  const sessions = endSessions
    ? "They are signed out everywhere."
    : "They stay signed in where they are.";
  return `The new recovery code of ${handle}, shown only here:
  ${code}
Any code that they had before no longer works. ${sessions}`;
}
