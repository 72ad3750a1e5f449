import { z } from "zod";

/** A rating as a form sends it: a whole number from 1 to 5, and nothing is chosen for anybody. */
export const ratingSchema = z
  .enum(["1", "2", "3", "4", "5"], { error: "Choose a rating from 1 to 5" })
  .transform(Number);
