import { z } from "zod";
import { sightingReportSchema } from "#app/domain/sightings/sighting.ts";
import { postingFields } from "#app/forms/posting-fields.ts";

/** What the form for what somebody found of a place has to hold. */
export function sightingForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ found: sightingReportSchema, ...postingFields({ needsHandle }) });
}

export type SightingForm = ReturnType<typeof sightingForm>;
