import { data } from "react-router";
import type { z } from "zod";
import { isDatabaseBusy } from "#app/domain/posting/post-once.server.ts";
import { pickFields } from "./sent-form.server.ts";

/**
 * What the button of a small form sends. Such a form needs no token where what it does can be done twice, and another
 * site's page cannot send it. Throws a page of status 400 when it is none of this site's.
 */
export async function readOneClickForm<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const form = await request.formData().catch(() => new FormData());
  const fields = Object.fromEntries(pickFields(form, Object.keys(schema.shape)));
  const press = schema.safeParse(fields);
  if (press.success) return press.data;
  throw data({ title: "That button is not known here", text: UNKNOWN }, { status: 400 });
}

/** Does what a button asks for. Throws a page of status 503 while another process holds the database. */
export async function carryOut<Outcome>(command: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Error) || !isDatabaseBusy(error)) throw error;
    throw data({ title: "The site is very busy", text: BUSY }, { status: 503 });
  }
}

const UNKNOWN = "Nothing was changed. Go back and press it again.";
const BUSY = "Nothing was changed. Go back and press the button again in a moment.";
