import { z } from "zod";
import { LISTS } from "./list-name.ts";

/** The name of a list as an address or a form has it. */
export const listNameSchema = z.enum(LISTS.map(({ list }) => list));
