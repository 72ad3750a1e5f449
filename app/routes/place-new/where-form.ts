import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { placeFields } from "#app/domain/places/place-fields.ts";
import { approximateWalkSchema } from "#app/domain/walk/approximate-walk.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { positionSchema } from "#app/domain/walk/position-schema.ts";

const { name, street, postcode } = placeFields;

export function whereForm(campus: Position) {
  return z.object({
    name,
    street,
    postcode,
    position: positionSchema(campus),
    approximateWalk: approximateWalkSchema,
  });
}

const FIELDS = ["name", "street", "postcode", "position", "approximateWalk"] as const;

export type TypedWhere = Partial<Record<(typeof FIELDS)[number], string>>;

export type Where = z.output<ReturnType<typeof whereForm>>;

type Result = SubmissionResult<string[]>;

type FirstPart =
  | { kind: "asked"; typed: TypedWhere; result?: Result }
  | {
      kind: "answered";
      typed: TypedWhere;
      where: Where;
      isDifferent: boolean;
      refuse: (fieldErrors: Record<string, string[]>) => Result;
    };

/** A link may fill in some fields; problems are shown only if it has all that are always asked. */
export function readFirstPart(parameters: URLSearchParams, campus: Position): FirstPart {
  const given = FIELDS.filter((key) => parameters.has(key));
  const typed = Object.fromEntries(given.map((key) => [key, parameters.get(key) ?? ""]));
  const isWhole = ["name", "street", "postcode"].every((key) => parameters.has(key));
  if (!isWhole || parameters.has("change")) return { kind: "asked", typed };
  const form = new FormData();
  for (const [key, value] of Object.entries(typed)) form.append(key, value);
  const submission = parseWithZod(form, { schema: whereForm(campus) });
  if (submission.status !== "success") return { kind: "asked", typed, result: submission.reply() };
  const { value: where } = submission;
  return {
    kind: "answered",
    typed: { ...typed, name: where.name, street: where.street, postcode: where.postcode ?? "" },
    where,
    refuse: (fieldErrors) => submission.reply({ fieldErrors }),
    isDifferent: parameters.get("differentPlace") === "yes",
  };
}
