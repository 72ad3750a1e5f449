import { data } from "react-router";
import type { z } from "zod";
import {
  isDatabaseBusy,
  throwTroubleOfFile,
  troubleOf,
} from "#app/domain/posting/post-once.server.ts";
import { reportTrouble } from "#app/http/log.server.ts";
import { pickFields } from "./sent-form.server.ts";

/** Needs no token: the action is idempotent, and the pipeline refuses other sites. Throws a 400. */
export async function readOneClickForm<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const form = await request.formData().catch(() => new FormData());
  const fields = Object.fromEntries(pickFields(form, Object.keys(schema.shape)));
  const button = schema.safeParse(fields);
  if (button.success) return button.data;
  throw data({ title: "That button is not known here", text: UNKNOWN }, { status: 400 });
}

/** Throws a 503 while another process locks the database, or nothing can be written to it. */
export async function carryOut<Outcome>(command: () => Promise<Outcome>): Promise<Outcome> {
  try {
    throwTroubleOfFile();
    return await command();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const trouble = troubleOf(error);
    if (trouble) {
      reportTrouble(trouble);
      throw data({ title: "The site cannot keep that", text: CANNOT_KEEP }, { status: 503 });
    }
    if (!isDatabaseBusy(error)) throw error;
    throw data({ title: "The site is very busy", text: BUSY }, { status: 503 });
  }
}

const UNKNOWN = "Nothing was changed. Go back and press it again.";
const CANNOT_KEEP =
  "Nothing new can be kept at the moment, and nothing was changed. Go back and press the button again in a few minutes.";
const BUSY = "Nothing was changed. Go back and press the button again in a moment.";
