import { connect } from "../app/db/connection.server.ts";
import { databaseUrl, SettingsError } from "../app/db/settings.ts";
import { giveRole, listModerators } from "../app/domain/members/roles.server.ts";
import { listInWords } from "../app/domain/text/counting.ts";

// `npm run admin -- grant HANDLE moderator`. On the deployed machine: `node scripts/admin.ts grant HANDLE moderator`.
const USAGE = `Say what to do:
  grant HANDLE moderator   lets a member moderate
  revoke HANDLE            makes a moderator a member again
  list                     says who moderates`;

/** Raised for what cannot be done, in words for the operator. */
class AdminError extends Error {}

try {
  console.log(await carryOut(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof AdminError) && !(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function carryOut([command, handle, role, ...rest]: string[]): Promise<string> {
  const isGrant = command === "grant" && handle && role === "moderator" && rest.length === 0;
  const isRevoke = command === "revoke" && handle && role === undefined;
  const isList = command === "list" && handle === undefined;
  if (!isGrant && !isRevoke && !isList) throw new AdminError(USAGE);
  // Half a minute for the site's own writes: an operator is in no hurry, and this is a process of its own.
  const database = connect(databaseUrl(), { busyTimeout: 30_000 });
  try {
    if (isList || !handle) {
      const moderators = await listModerators(database);
      const verb = moderators.length === 1 ? "moderates" : "moderate";
      return moderators.length === 0
        ? "Nobody moderates yet."
        : `${listInWords(moderators)} ${verb}.`;
    }
    const given = await giveRole(database, handle, isGrant ? "moderator" : "member");
    if (!given)
      throw new AdminError(`Nobody has the handle "${handle}". They have to post something first.`);
    const already = given.isChanged ? "" : " already";
    return isGrant
      ? `${given.handle} is a moderator${already}.`
      : `${given.handle} is${already} no moderator.`;
  } finally {
    await database.$disconnect();
  }
}
