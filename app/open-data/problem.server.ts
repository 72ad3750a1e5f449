import { z } from "zod";

/** RFC 9457. */
export type Problem = { status: number; title: string; detail?: string; problems?: string[] };

const HEADERS = { "Content-Type": "application/problem+json; charset=utf-8" };

export function answerProblem({ status, title, detail, problems }: Problem): Response {
  const body = { type: "about:blank", status, title, detail, problems };
  return new Response(JSON.stringify(body), { status, headers: HEADERS });
}

/** How loaders of pages refuse, by React Router's data(). */
const thrownData = z.object({
  type: z.literal("DataWithResponseInit"),
  data: z.object({ title: z.string(), text: z.string() }).nullable(),
  init: z.object({ status: z.number() }),
});

export function problemOf(error: unknown): Problem | undefined {
  const refusal = thrownData.safeParse(error).data;
  if (!refusal) return undefined;
  const { data, init } = refusal;
  return {
    status: init.status,
    title: data?.title ?? "There is nothing at this address",
    ...(data && { detail: data.text }),
  };
}
