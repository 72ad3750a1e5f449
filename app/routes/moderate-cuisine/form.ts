import { z } from "zod";
import { cuisineSlug } from "#app/domain/cuisines/cuisine-name.ts";
import type { CuisineChange } from "#app/domain/moderation/change-cuisine.server.ts";
import { optionalLine } from "#app/domain/text/fields.ts";
import { tokenField } from "#app/forms/form-schema.ts";

export const ACTIONS = [
  { action: "rename", words: "Rename it" },
  { action: "join", words: "Join it with another one, which then has its places" },
  { action: "remove", words: "Remove it: its places serve it no longer" },
] as const;

const NO_NAME = "Enter the name that it should have, with letters";
const NO_OTHER = "Choose which one it is joined with";

export function cuisineForm() {
  return z
    .object({
      action: z.enum(
        ACTIONS.map(({ action }) => action),
        "Choose what to do",
      ),
      name: optionalLine({ most: 40, tooLong: "Shorten the name to 40 characters" }),
      into: z.string().max(160).optional().catch(undefined),
      ...tokenField,
    })
    .refine(({ action, name = "" }) => action !== "rename" || cuisineSlug(name) !== "", {
      path: ["name"],
      error: NO_NAME,
    })
    .refine(({ action, into }) => action !== "join" || into, { path: ["into"], error: NO_OTHER });
}

export function changeIn({
  action,
  name = "",
  into = "",
}: z.output<ReturnType<typeof cuisineForm>>): CuisineChange {
  switch (action) {
    case "rename":
      return { action, name };
    case "join":
      return { action, into };
    case "remove":
      return { action };
  }
}
