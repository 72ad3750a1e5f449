import { z } from "zod";
import { LISTS } from "./list-name.ts";

export const listNameSchema = z.enum(
  LISTS.map(({ list }) => list),
  { error: "Choose one of the lists" },
);
