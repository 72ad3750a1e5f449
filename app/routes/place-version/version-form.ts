import { z } from "zod";
import { postingFields, versionField } from "#app/forms/posting-fields.ts";

/** What the form has to hold by which a version of a place is restored. */
export function versionForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ ...postingFields({ needsHandle }), version: versionField });
}

export type VersionForm = ReturnType<typeof versionForm>;
