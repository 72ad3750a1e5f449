import { parseWithZod } from "@conform-to/zod/v4";
import { data, isRouteErrorResponse } from "react-router";
import { z } from "zod";
import type { FormReply } from "./refusals.ts";

const NOT_REACHED =
  "This did not reach the site. What you typed is still here: press the button again";

type ClientAction = {
  request: Request;
  serverAction: () => Promise<FormReply>;
};

/** Keeps what was typed when the site cannot be reached, or refuses the form before reading it. */
export async function keepTypedText({ request, serverAction }: ClientAction) {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status === 404)) {
      throw error;
    }
    const message = isRouteErrorResponse(error) ? refusalIn(error.data) : NOT_REACHED;
    const result = parseWithZod(form, { schema: z.looseObject({}) }).reply({
      formErrors: [message],
    });
    // An error status stops React Router from reloading data from a site that cannot be reached.
    const reply: FormReply = { result };
    return data(reply, { status: 503 });
  }
}

const refusal = z.object({ title: z.string(), text: z.string() });

function refusalIn(data: unknown): string {
  const parsed = refusal.safeParse(data);
  return parsed.success ? `${parsed.data.title}. ${parsed.data.text}` : NOT_REACHED;
}
