import { z } from "zod";

/** The hidden token of every form, by which sending it twice is recognised; empty when it is missing or unreadable. */
export const formTokenSchema = z.string().max(200).catch("");
