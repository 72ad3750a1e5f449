import { parseWithZod } from "@conform-to/zod/v4";
import { data, isRouteErrorResponse } from "react-router";
import { z } from "zod";
import type { FormReply } from "./refusals.ts";

const NOT_REACHED =
  "This did not reach the site. What you typed is still here: press the button again";

type ClientAction = {
  request: Request;
  /** React Router's way to the screen's own action. */
  serverAction: () => Promise<FormReply>;
};

/**
 * Sends a form from the browser. When the site cannot be reached, or refuses the form before reading it, the form stays
 * with everything that was typed, and says so, as it would without JavaScript by going back.
 */
export async function keepTypedText({ request, serverAction }: ClientAction) {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    // A redirect is the answer, and what is not there any more has a page that says so.
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status === 404))
      throw error;
    const message = isRouteErrorResponse(error) ? refusalIn(error.data) : NOT_REACHED;
    const result = parseWithZod(form, { schema: z.looseObject({}) }).reply({
      formErrors: [message],
    });
    // An answer that is an error keeps React Router from asking a site that cannot be reached for the screen's data anew.
    const reply: FormReply = { result };
    return data(reply, { status: 503 });
  }
}

const refusal = z.object({ title: z.string(), text: z.string() });

function refusalIn(data: unknown): string {
  const parsed = refusal.safeParse(data);
  return parsed.success ? `${parsed.data.title}. ${parsed.data.text}` : NOT_REACHED;
}
