import { data } from "react-router";
import { z } from "zod";

const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** The id in an address. Throws the page that says that there is nothing at the address. */
export function idIn(text: string): number {
  const parsed = idSchema.safeParse(text);
  if (!parsed.success) throw data(null, { status: 404 });
  return parsed.data;
}
