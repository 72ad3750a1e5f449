import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider } from "react-router";
import type { z } from "zod";
import { isFreshFormToken, newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { explainFailure, type FormProblem, STALE_FORM } from "./post-form.server.ts";
import { readForm } from "./read-form.server.ts";

type SubmitForm<Output> = {
  request: Request;
  context: Readonly<RouterContextProvider>;
  schema: z.ZodType<Output, Record<string, unknown>> & { shape: Record<string, unknown> };
  /** Does what the form asks for and says where to go on, or says why not. */
  submit: (value: Output) => Promise<Response | FormProblem>;
};

/**
 * The way of a form that posts nothing to others: read, checked, carried out, answered by a redirect. One that is not accepted
 * is given back with everything that was typed.
 */
export async function submitForm<Output extends { token: string }>(form: SubmitForm<Output>) {
  const { request, context, schema, submit } = form;
  const submission = parseWithZod(await readForm(request, Object.keys(schema.shape)), { schema });
  const giveBack = ({ status, retryAfter, ...problems }: FormProblem) => {
    const given = submission.payload.token;
    const token = typeof given === "string" && isFreshFormToken(given) ? given : newFormToken();
    if (retryAfter !== undefined) context.get(visitorContext).retryAfter(retryAfter);
    return data({ result: submission.reply(problems), token }, { status });
  };
  if (submission.status !== "success") return giveBack({ status: 400 });
  if (!isFreshFormToken(submission.value.token))
    return giveBack({ status: 400, formErrors: [STALE_FORM] });
  try {
    const outcome = await submit(submission.value);
    return outcome instanceof Response ? outcome : giveBack(outcome);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return giveBack(explainFailure(error, context));
  }
}
