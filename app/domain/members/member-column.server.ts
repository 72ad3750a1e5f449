import { z } from "zod";
import { jsonColumn, Prisma } from "#app/db/database.server.ts";

export const MEMBER = Prisma.sql`json_object('handle', members.handle, 'leftOn', members.left_on)`;

export const memberColumn = jsonColumn(
  z.object({ handle: z.string(), leftOn: z.string().nullable() }),
);
