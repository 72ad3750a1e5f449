import { z } from "zod";

const MESSAGE = "Press the button again: the form came without its token";

/** The hidden token of every form, by which sending it twice is recognised. */
export const formTokenSchema = z.string({ error: MESSAGE }).max(200, MESSAGE);
