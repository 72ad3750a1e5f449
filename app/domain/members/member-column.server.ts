import { z } from "zod";
import { Prisma } from "#app/db/database.server.ts";
import { jsonColumn } from "../text/json-column.ts";

/** Of whom something is, as a JSON column of a statement that joins members. */
export const MEMBER = Prisma.sql`json_object('handle', members.handle, 'leftOn', members.left_on)`;

/** What MEMBER hands over. */
export const memberColumn = jsonColumn(
  z.object({ handle: z.string(), leftOn: z.string().nullable() }),
);
