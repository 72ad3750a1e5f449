import { readSettings } from "#app/db/settings.ts";
import { foldToKey } from "../text/folding.ts";
import { FORMER_MEMBER } from "./handle.ts";
import { handleSkeleton } from "./handle-skeleton.server.ts";

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
  "hidden",
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
  "undefined",
  "webmaster",
  "you",
];

const ARTICLES = ["", "the", "a", "an", "your", "our"];

/** In any spelling, with an article, in the plural, or with a number: "The M0DERATORS 2". */
export function isReservedHandle(handle: string): boolean {
  const reserved = reservedSkeletons();
  const words = [handle, handle.normalize("NFKC").replace(/[\p{N}\p{P}\p{S}\s]+$/u, "")];
  return words.some((word) => reserved.has(handleSkeleton(word)));
}

let skeletons: Set<string> | undefined;

function reservedSkeletons(): Set<string> {
  if (skeletons) return skeletons;
  const { SITE_NAME, CAMPUS_NAME } = readSettings();
  const [campus = ""] = CAMPUS_NAME.split(",");
  const names = [SITE_NAME, CAMPUS_NAME, campus];
  const words = [...WORDS, FORMER_MEMBER, ...names, ...names.map((name) => `${name} team`)];
  const spelled = words.flatMap((word) =>
    ARTICLES.flatMap((article) => [`${article} ${word}`, `${article} ${word}s`]),
  );
  skeletons = new Set(
    spelled.filter((word) => foldToKey(word) !== "").map((word) => handleSkeleton(word)),
  );
  return skeletons;
}
