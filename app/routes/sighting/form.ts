import { z } from "zod";
import { sightingReportSchema } from "#app/domain/sightings/sighting.ts";
import { authorFields } from "#app/forms/form-schema.ts";

export function sightingForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ found: sightingReportSchema, ...authorFields({ needsHandle }) });
}
