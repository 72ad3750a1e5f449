import type { PrismaClient } from "#app/db/database.server.ts";
import { readSettings } from "#app/db/settings.ts";
import { foldText, foldToKey } from "../text/folding.ts";
import { findGoneHandle } from "./gone-names.server.ts";
import { FORMER_MEMBER, handleKey } from "./handle.ts";
import { handleSkeleton, mixesScripts } from "./handle-letters.server.ts";

export type HandleProblem = "taken" | "alike" | "mixed" | "reserved";

/** Why a handle cannot become a newcomer's, or this member's. */
export async function findHandleProblem(
  database: PrismaClient,
  handle: string,
  memberId = 0,
): Promise<HandleProblem | undefined> {
  if (isReservedHandle(handle)) return "reserved";
  if (mixesScripts(handle)) return "mixed";
  const byKey = { handleKey: handleKey(handle) };
  const others = { not: memberId };
  const members = await database.member.count({ where: { ...byKey, id: others } });
  const former = await database.formerHandle.count({ where: { ...byKey, memberId: others } });
  if (members + former > 0) return "taken";
  const skeleton = handleSkeleton(handle);
  const alike = await database.handleSkeleton.count({ where: { skeleton, memberId: others } });
  if (alike > 0) return "alike";
  const gone = await findGoneHandle(database, handle);
  if (!gone) return undefined;
  return gone.isAlikeOnly ? "alike" : "taken";
}

/**
 * For members from before skeletons were kept, or whom another process added. The first of those
 * who look alike keeps the skeleton, and the others go on without one.
 */
export async function fillSkeletons(database: PrismaClient): Promise<number> {
  const without = await database.member.findMany({
    where: { leftOn: null, handleSkeletons: { none: {} } },
    orderBy: { id: "asc" },
    select: { id: true, handle: true, formerHandles: { select: { handleKey: true } } },
  });
  const rows = without.flatMap(({ id, handle, formerHandles }) =>
    [handle, ...formerHandles.map((former) => former.handleKey)].map((one) => ({
      skeleton: handleSkeleton(one),
      id,
    })),
  );
  if (rows.length === 0) return 0;
  // One statement, so that the site's first start after the migration does not wait for each row.
  return database.$executeRaw`
    INSERT INTO handle_skeletons (skeleton, member_id)
    SELECT value ->> 'skeleton', value ->> 'id' FROM json_each(${JSON.stringify(rows)}) WHERE TRUE ORDER BY key
    ON CONFLICT DO NOTHING`;
}

// Who speaks for the site, and what it calls those who are nobody.
const WORDS = [
  "admin",
  "administrator",
  "administration",
  "anonymous",
  "anon",
  "deleted",
  "deleted member",
  "deleted user",
  "former member",
  "member",
  "mod",
  "moderator",
  "moderation",
  "mod team",
  "null",
  "official",
  "operator",
  "root",
  "security",
  "site admin",
  "staff",
  "support",
  "sysadmin",
  "system",
  "team",
  "undefined",
  "webmaster",
  "you",
];

// Reserved beside other words too: "Ana (moderator)".
const TITLES = new Set(
  ["admin", "admins", "administrator", "moderator", "moderators", "official", "sysadmin"].map(
    handleSkeleton,
  ),
);

const ARTICLES = ["", "the", "a", "an", "your", "our"];

/** In any spelling, with an article, in the plural, or with a number: "The M0DERATORS 2". */
export function isReservedHandle(handle: string): boolean {
  const skeletons = reservedSkeletons();
  const words = [handle, handle.normalize("NFKC").replace(/[\p{N}\p{P}\p{S}\s]+$/u, "")];
  return (
    words.some((word) => skeletons.has(handleSkeleton(word))) ||
    foldText(handle)
      .split(" ")
      .some((word) => TITLES.has(handleSkeleton(word)))
  );
}

let reserved: { names: string; skeletons: Set<string> } | undefined;

function reservedSkeletons(): Set<string> {
  const { SITE_NAME, CAMPUS_NAME } = readSettings();
  if (reserved?.names === SITE_NAME + CAMPUS_NAME) return reserved.skeletons;
  const [campus = ""] = CAMPUS_NAME.split(",");
  const names = [SITE_NAME, CAMPUS_NAME, campus].flatMap((name) => [
    name,
    foldText(name).replaceAll(" and ", " "),
  ]);
  const words = [...WORDS, FORMER_MEMBER, ...names, ...names.map((name) => `${name} team`)];
  const spelled = words.flatMap((word) =>
    ARTICLES.flatMap((article) => [`${article} ${word}`, `${article} ${word}s`]),
  );
  const skeletons = new Set(
    spelled.filter((word) => foldToKey(word) !== "").map((word) => handleSkeleton(word)),
  );
  reserved = { names: SITE_NAME + CAMPUS_NAME, skeletons };
  return skeletons;
}
