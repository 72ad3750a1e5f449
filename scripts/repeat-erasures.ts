import Database from "better-sqlite3";
import { closeDatabase, write } from "../app/db/database.server.ts";
import { databasePath } from "../app/db/settings.ts";
import { leave } from "../app/domain/members/leave.server.ts";
import { countOf } from "../app/domain/text/counting.ts";
import { areOfOneSite, type Erasures, findErasures } from "./compare-databases.ts";

// Run after a restore, with the path of what was there before: what was erased since the copy was made is erased again.
const [replaced = ""] = process.argv.slice(2);
try {
  const erasures = readErasures(replaced);
  if (erasures) await repeat(erasures);
} finally {
  await closeDatabase();
}

/** Undefined when what was there before cannot tell. */
function readErasures(path: string): Erasures | undefined {
  let was: Database.Database | undefined;
  try {
    was = new Database(path, { readonly: true, fileMustExist: true });
    was.prepare("ATTACH ? AS copy").run(databasePath());
    const restored = new Database(databasePath(), { readonly: true });
    try {
      return areOfOneSite(was, restored) ? findErasures(was) : undefined;
    } finally {
      restored.close();
    }
  } catch (error) {
    console.error(
      `Warning: what was erased since the copy was made is not known, and is there again (${error}).`,
    );
    return undefined;
  } finally {
    was?.close();
  }
}

async function repeat({ gone, left, places, reviews, versions }: Erasures): Promise<void> {
  if ([gone, left, places, reviews, versions].every(({ length }) => length === 0)) return;
  for (const id of left) await leave(id, "stay");
  await write((writer) =>
    writer.$transaction([
      writer.member.deleteMany({ where: { id: { in: gone } } }),
      writer.place.deleteMany({ where: { id: { in: places } } }),
      ...reviews.flatMap((where) => [
        writer.review.deleteMany({ where }),
        writer.withheldReview.deleteMany({ where }),
        writer.reviewRevision.deleteMany({ where }),
      ]),
      ...versions.map(
        ({ id, facts, hiddenRule, hiddenAt }) => writer.$executeRaw`
          UPDATE place_revisions SET facts = ${facts}, hidden_rule = ${hiddenRule}, hidden_at = ${hiddenAt}
          WHERE id = ${id}`,
      ),
    ]),
  );
  const counts = [
    countOf(left.length + gone.length, "member"),
    countOf(places.length, "place"),
    countOf(reviews.length, "review"),
    countOf(versions.length, "version"),
  ];
  console.error(`Erased again what was erased since the copy was made: ${counts.join(", ")}.`);
}
