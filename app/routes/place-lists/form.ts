import { z } from "zod";
import { listNameSchema } from "#app/domain/lists/list-name-schema.ts";
import { authorFields } from "#app/forms/author-fields.ts";

export function listForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ list: listNameSchema, ...authorFields({ needsHandle }) });
}
