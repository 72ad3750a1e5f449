import { z } from "zod";
import type { Welcome } from "#app/http/answer-post.server.ts";
import { flashSchema } from "#app/http/flash.server.ts";
import { openSeal } from "#app/http/sealed.server.ts";

const welcomeSchema: z.ZodType<Welcome> = z.object({
  to: z.string().startsWith("/"),
  flash: flashSchema,
  code: z.string(),
  handle: z.string(),
  session: z.string(),
});

/** "old" after two minutes, undefined when this site did not seal it. */
export function openWelcome(token: string | null): Welcome | "old" | undefined {
  const opened = openSeal("welcome", token);
  return opened?.isOver ? "old" : welcomeSchema.safeParse(opened?.value).data;
}
