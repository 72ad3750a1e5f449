import type { PrismaClient } from "../app/db/generated/client.ts";
import {
  describeErasing,
  eraseMember,
  type Mention,
} from "../app/domain/deleted/erase-member.server.ts";
import {
  describeText,
  type ErasableText,
  eraseText,
} from "../app/domain/deleted/erase-text.server.ts";
import { paths } from "../app/paths.ts";

const FOR_GOOD = "Run it again with --for-good to do it. Nothing brings it back.";
const COPIES =
  "Copies of the database still have it: delete those that you need no longer (docs/privacy.md).";

/** `npm run admin -- erase WHAT`. Undefined where there is nothing of that handle or address. */
export async function eraseAndSay(
  database: PrismaClient,
  what: string,
  isSure: boolean,
): Promise<string | undefined> {
  const text = textAt(what);
  return text ? sayText(database, text, isSure) : sayMember(database, what, isSure);
}

function textAt(address: string): ErasableText | undefined {
  const path = address.replace(/^https?:\/\/[^/]+/, "");
  const [, review] = /^\/reviews\/(\d{1,15})$/.exec(path) ?? [];
  if (review) return { kind: "review", id: Number(review) };
  const [, place, revision] = /^\/places\/([^/]+)(?:\/history\/(\d{1,15}))?$/.exec(path) ?? [];
  if (!place) return undefined;
  const slug = decodeURIComponent(place);
  return revision ? { kind: "version", slug, id: Number(revision) } : { kind: "place", slug };
}

async function sayText(database: PrismaClient, text: ErasableText, isSure: boolean) {
  const words = await describeText(database, text);
  if (words === undefined) return undefined;
  if (!isSure) return `This would be erased:\n  ${words}\n${FOR_GOOD}`;
  return (await eraseText(database, text))
    ? `It is erased.\n${COPIES}`
    : "This is what the place says now. Correct the place first; then erase the version.";
}

async function sayMember(database: PrismaClient, handle: string, isSure: boolean) {
  const found = await describeErasing(database, handle);
  if (!found) return undefined;
  const { counts } = found;
  const mentions = found.mentions.map((mention) => `  ${addressOf(mention)}`);
  const ofOthers =
    mentions.length === 0
      ? []
      : [
          `Texts of others in which “${found.handle}” stands. They stay: read them, and erase by the address what is meant.`,
          ...mentions,
        ];
  if (isSure) {
    await eraseMember(database, found.id);
    const done = `${found.handle} is erased. For a year nobody can take the handle: a salted hash of it is kept.`;
    return [done, ...ofOthers, COPIES].join("\n");
  }
  return [
    `Of ${found.handle} this would be erased:`,
    `  reviews: ${counts.reviews}, earlier versions of them: ${counts.otherTexts}`,
    `  former handles: ${counts.names}, cohort, ways to sign in, sessions`,
    `  flags with their notes: ${counts.flags}, findings at places: ${counts.sightings}`,
    `  votes and places on lists: ${counts.marks}`,
    "This would stay without their name:",
    `  places that they recommended: ${counts.places}, changes of places: ${counts.changes}`,
    ...ofOthers,
    FOR_GOOD,
  ].join("\n");
}

function addressOf({ kind, id, slug }: Mention): string {
  switch (kind) {
    case "review":
      return paths.review(id);
    case "place":
      return paths.place(slug);
    case "version":
      return paths.placeVersion(slug, id);
    case "flag":
      return `the note of a flag of ${paths.place(slug)}: a moderator settles it, and it goes 30 days later`;
  }
}
