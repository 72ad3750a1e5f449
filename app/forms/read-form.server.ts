import { data } from "react-router";
import { pickFields } from "./pick-fields.ts";

/** The fields of a posted form that it is known to have. Throws an answer for one that cannot be read. */
export async function readForm(request: Request, fields: string[]): Promise<FormData> {
  try {
    return pickFields(await request.formData(), fields);
  } catch {
    throw data(
      {
        title: "That form cannot be read",
        text: "It arrived incomplete. Go back and send it again.",
      },
      { status: 400 },
    );
  }
}
