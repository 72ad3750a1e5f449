import { z } from "zod";
import { reader } from "#app/db/database.server.ts";

export const ACTIONS_PER_PAGE = 30;

const rows = z.array(
  z.object({
    id: z.coerce.number(),
    action: z.string(),
    subject: z.enum(["place", "review", "member", "cuisine"]),
    rule: z.string().nullable(),
    createdAt: z.coerce.date(),
    slug: z.string().nullable(),
    name: z.string().nullable(),
  }),
);

export function countActions(): Promise<number> {
  return reader().moderationAction.count();
}

/** Names no member, and a place only while it is shown: the name may be why it was hidden. */
export async function listActions(page: number) {
  return rows.parse(
    await reader().$queryRaw`
      SELECT moderation_actions.id, action, subject, rule, moderation_actions.created_at AS createdAt, slug, name
      FROM moderation_actions LEFT JOIN places ON places.id = moderation_actions.place_id AND places.withheld_reason IS NULL
      ORDER BY moderation_actions.created_at DESC, moderation_actions.id DESC
      LIMIT ${ACTIONS_PER_PAGE} OFFSET ${(page - 1) * ACTIONS_PER_PAGE}`,
  );
}
