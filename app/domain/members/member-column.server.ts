import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";

/** Of whom something is, as a JSON column of a statement that joins members. */
export const MEMBER = Prisma.sql`json_object('handle', members.handle, 'leftOn', members.left_on)`;

/** What MEMBER hands over. */
export const memberColumn = jsonColumn(
  z.object({ handle: z.string(), leftOn: z.string().nullable() }),
);
