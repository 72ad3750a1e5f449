import { Prisma, type PrismaClient } from "#app/db/database.server.ts";
import { cuisineSlug } from "../cuisines/cuisine-name.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { isModeratorNow, onlyIfModerator } from "./moderators.server.ts";

export type CuisineChange =
  | { action: "rename"; name: string }
  /** @param into the slug of the one that stays */
  | { action: "join"; into: string }
  | { action: "remove" };

type Named = { slug: string; name: string };

/** Also in what places once said: nothing keeps the former name. */
export function changeCuisine(
  slug: string,
  change: CuisineChange,
  moderatorId: number,
  formSecret: string,
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const cuisine = await writer.cuisine.findUnique({ where: { slug } });
    if (!cuisine) return stop({ kind: "missing" });
    const target = await findTarget(writer, change);
    if (change.action === "join" && (!target || target.id === cuisine.id)) {
      return stop({ kind: "decided-meanwhile" });
    }
    if (change.action === "rename" && target && target.id !== cuisine.id) {
      return stop({ kind: "cuisine-exists" });
    }
    return plan({}, [
      writer.moderationAction.create({
        data: { action: change.action, subject: "cuisine", moderatorId },
      }),
      ...changeStatements(writer, cuisine, change, target),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

function findTarget(writer: PrismaClient, change: CuisineChange) {
  if (change.action === "remove") return null;
  const slug = change.action === "join" ? change.into : cuisineSlug(change.name);
  return writer.cuisine.findUnique({ where: { slug } });
}

function changeStatements(
  writer: PrismaClient,
  cuisine: Named & { id: number },
  change: CuisineChange,
  target: (Named & { id: number }) | null,
) {
  const { id, slug } = cuisine;
  if (change.action === "rename") {
    const data = { name: change.name, slug: cuisineSlug(change.name) };
    return [
      writer.cuisine.update({ where: { id, slug }, data }),
      ...reviseWhatWasSaid(writer, slug, data),
    ];
  }
  return [
    ...(target
      ? [
          writer.$executeRaw`
            INSERT INTO place_cuisines (place_id, cuisine_id)
            SELECT place_id, ${target.id} FROM place_cuisines WHERE cuisine_id = ${id} ON CONFLICT DO NOTHING`,
        ]
      : []),
    writer.placeCuisine.deleteMany({ where: { cuisineId: id } }),
    writer.cuisine.delete({ where: { id, slug } }),
    ...reviseWhatWasSaid(writer, slug, target),
    reviseNumbers(writer, id, target),
  ];
}

/** In histories, and in what undoing a merge takes. */
function reviseWhatWasSaid(writer: PrismaClient, slug: string, becomes: Named | null) {
  const [facts, moved] = ["$.cuisines", "$.staying.facts.cuisines"];
  return [
    writer.$executeRaw`
      UPDATE place_revisions SET facts = json_set(facts, ${facts}, ${revised("facts", facts, slug, becomes)})
      WHERE EXISTS (SELECT 1 FROM json_each(facts, ${facts}) WHERE value ->> 'slug' = ${slug})`,
    writer.$executeRaw`
      UPDATE merges SET moved = json_set(moved, ${moved}, ${revised("moved", moved, slug, becomes)})
      WHERE EXISTS (SELECT 1 FROM json_each(moved, ${moved}) WHERE value ->> 'slug' = ${slug})`,
  ];
}

/** As place-revisions.server.ts writes them, so that equal facts stay equal text. */
function revised(
  column: "facts" | "moved",
  path: string,
  slug: string,
  becomes: Named | null,
): Prisma.Sql {
  const without = Prisma.sql`
    SELECT value ->> 'slug' AS slug, value ->> 'name' AS name FROM json_each(${Prisma.raw(column)}, ${path})
    WHERE value ->> 'slug' <> ${slug}`;
  const cuisines = becomes
    ? Prisma.sql`${without} AND value ->> 'slug' <> ${becomes.slug} UNION ALL SELECT ${becomes.slug}, ${becomes.name}`
    : without;
  return Prisma.sql`json((
    SELECT json_group_array(json_object('slug', slug, 'name', name) ORDER BY slug) FROM (${cuisines})
  ))`;
}

function reviseNumbers(writer: PrismaClient, id: number, becomes: { id: number } | null) {
  return writer.$executeRaw`
    UPDATE merges SET moved = json_set(moved, '$.cuisines', json((
      SELECT json_group_array(DISTINCT iif(value = ${id}, ${becomes?.id ?? null}, value))
        FILTER (WHERE value <> ${id} OR ${becomes?.id ?? null} IS NOT NULL)
      FROM json_each(moved, '$.cuisines')
    )))
    WHERE EXISTS (SELECT 1 FROM json_each(moved, '$.cuisines') WHERE value = ${id})`;
}
