import { z } from "zod";
import { dietsAndFeaturesFields } from "#app/domain/places/diets-and-features-fields.ts";
import { postingFields, versionField } from "#app/forms/posting-fields.ts";

/** What the form for diets and features has to hold. */
export function factsForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    ...dietsAndFeaturesFields,
    ...postingFields({ needsHandle }),
    version: versionField,
  });
}

export type FactsForm = ReturnType<typeof factsForm>;
