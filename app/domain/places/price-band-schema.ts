import { z } from "zod";

/** A price band as a form sends it. */
export const priceBandSchema = z
  .enum(["1", "2", "3", "4"], { error: "Choose what one person usually pays" })
  .transform(Number);
