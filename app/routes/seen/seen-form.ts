import { z } from "zod";
import { findingSchema } from "#app/domain/sightings/sighting.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

/** What the form for what somebody found of a place has to hold. */
export function seenForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ found: findingSchema, ...postingFields({ needsHandle }) });
}

export type SeenForm = ReturnType<typeof seenForm>;
