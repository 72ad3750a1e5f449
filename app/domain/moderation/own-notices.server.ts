import { z } from "zod";
import { jsonColumn, reader } from "#app/db/database.server.ts";
import { queueLengthNow } from "./queue.server.ts";

const rows = z.array(
  z.object({
    stop: jsonColumn(z.object({ rule: z.string(), words: z.string() })).nullable(),
    queueLength: z.coerce.number().nullable(),
  }),
);

/** What a member sees on each page of their own: why they may not post, and for a moderator how much waits. */
export async function readNotices(memberId: number) {
  const [notices] = rows.parse(
    await reader().$queryRaw`
      SELECT iif(role = 'moderator', ${queueLengthNow()}, NULL) AS queueLength,
        (SELECT json_object('rule', rule, 'words', words) FROM posting_stops WHERE member_id = members.id) AS stop
      FROM members WHERE id = ${memberId}`,
  );
  return { stop: notices?.stop ?? undefined, queueLength: notices?.queueLength ?? undefined };
}
