import { data } from "react-router";

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

// Reading a name that is repeated takes time with the square of its number.
const MOST_VALUES = 100;

/**
 * The fields of a posted form that it is known to have. Conform makes nested objects, and arrays of any length, from
 * names such as "a[99999999]", and obeys fields named "__intent__" and "__state__": none of them is let through.
 */
export function pickFields(form: FormData, names: string[]): FormData {
  const picked = new FormData();
  for (const name of names) {
    for (const value of form.getAll(name).slice(0, MOST_VALUES)) picked.append(name, value);
  }
  return picked;
}
