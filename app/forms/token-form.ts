import { z } from "zod";
import { postingFields } from "./posting-fields.ts";

/** What a form of a member has to hold that asks for nothing but a yes. */
export const tokenForm = z.object(postingFields({ needsHandle: false }));
