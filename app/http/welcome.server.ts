import { z } from "zod";
import { flashSchema } from "./flash.server.ts";
import { openSeal, seal } from "./sealed.server.ts";

const TWO_MINUTES = 120_000;

const welcomeSchema = z.object({
  /** The path of the page that shows what was posted. */
  to: z.string().startsWith("/"),
  flash: flashSchema,
  code: z.string(),
  handle: z.string(),
  /** The id of the session that the newcomer was given. */
  session: z.string(),
});

type Welcome = z.infer<typeof welcomeSchema>;

/** Seals what a newcomer is to see when their browser keeps no cookies, to go into an address for two minutes. */
export function sealWelcome(welcome: Welcome): string {
  return seal("welcome", welcome, TWO_MINUTES);
}

/** What was sealed for a newcomer; "old" when its two minutes are over, and undefined when this site did not seal it. */
export function openWelcome(token: string | null): Welcome | "old" | undefined {
  const opened = openSeal("welcome", token);
  return opened?.isOver ? "old" : welcomeSchema.safeParse(opened?.value).data;
}
