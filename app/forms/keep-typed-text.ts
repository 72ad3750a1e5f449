import { parseWithZod } from "@conform-to/zod/v4";
import { data, isRouteErrorResponse } from "react-router";
import { z } from "zod";
import { paths } from "#app/paths.ts";
import { forgetDraftsAt } from "#app/ui/drafts.ts";
import type { FormReply } from "./refusals.ts";

const NOT_REACHED =
  "This did not reach the site. What you typed is still here: press the button again";
const GONE =
  "What this form is about is not here any more, and nothing was posted. What you typed is still here, to copy";

type ClientAction = {
  request: Request;
  serverAction: () => Promise<FormReply>;
};

/** Keeps what was typed when the site cannot be reached, refuses the form before reading it, or has no such place any more. */
export async function keepTypedText({ request, serverAction }: ClientAction) {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    if (error instanceof Response) {
      if (!asksWhoTheyAre(error)) forgetDraftsAt(new URL(request.url).pathname);
      throw error;
    }
    // A button on another page, where nothing is typed and no form can be given back.
    if (!form.has("token")) throw error;
    const message = isRouteErrorResponse(error) ? refusalIn(error) : NOT_REACHED;
    const result = parseWithZod(form, { schema: z.looseObject({}) }).reply({
      formErrors: [message],
    });
    // An error status stops React Router from reloading data from a site that cannot be reached.
    const reply: FormReply = { result };
    return data(reply, { status: 503 });
  }
}

function asksWhoTheyAre({ headers }: Response): boolean {
  const to = headers.get("Location") ?? "";
  return [paths.signIn(""), paths.accountConfirm("")].some((path) => to.startsWith(path));
}

const refusal = z.object({ title: z.string(), text: z.string() });

function refusalIn({ status, data }: { status: number; data: unknown }): string {
  const parsed = refusal.safeParse(data);
  if (parsed.success) return `${parsed.data.title}. ${parsed.data.text}`;
  return status === 404 || status === 410 ? GONE : NOT_REACHED;
}
