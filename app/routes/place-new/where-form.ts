import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { placeFields } from "#app/domain/places/place-fields.ts";

const { name, street, postcode } = placeFields;

export const whereForm = z.object({ name, street, postcode });

export type Where = z.output<typeof whereForm>;

export type TypedWhere = Partial<z.input<typeof whereForm>>;

type FirstPart =
  | { kind: "asked"; typed: TypedWhere; result?: SubmissionResult<string[]> }
  | { kind: "answered"; where: Where; isDifferent: boolean };

/** A link may fill in some fields; problems are shown only if it has all of them. */
export function readFirstPart(parameters: URLSearchParams): FirstPart {
  const given = ["name", "street", "postcode"].filter((key) => parameters.has(key));
  const typed = Object.fromEntries(given.map((key) => [key, parameters.get(key) ?? ""]));
  if (given.length < 3 || parameters.has("change")) return { kind: "asked", typed };
  const form = new FormData();
  for (const [key, value] of Object.entries(typed)) form.append(key, value);
  const submission = parseWithZod(form, { schema: whereForm });
  if (submission.status !== "success") return { kind: "asked", typed, result: submission.reply() };
  return {
    kind: "answered",
    where: submission.value,
    isDifferent: parameters.get("differentPlace") === "yes",
  };
}
