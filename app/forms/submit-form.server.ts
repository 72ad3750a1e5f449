import { parseWithZod } from "@conform-to/zod/v4";
import type { RouterContextProvider } from "react-router";
import { countAction, type LimitedAction } from "#app/http/action-limits.server.ts";
import { isFreshFormToken } from "#app/http/form-token.server.ts";
import type { Authored, FormSchema } from "./form-schema.ts";
import { type FormProblem, tooMany } from "./refusals.ts";
import { explainFailure, givesBack, problemsIn, readForm, STALE_FORM } from "./sent-form.server.ts";

const TOO_OFTEN =
  "That is more often than anybody needs to. Nothing was changed, and what you wrote is still here: press the button again";

type SubmitForm<Output extends Authored, Input> = {
  request: Request;
  context: Readonly<RouterContextProvider>;
  schema: FormSchema<Output, Input>;
  /** "own" for a form that counts by itself. */
  limit: LimitedAction | "own";
  submit: (value: Output) => Promise<Response | FormProblem>;
};

export async function submitForm<Output extends Authored, Input>(form: SubmitForm<Output, Input>) {
  const { request, context, submit } = form;
  const schema = form.schema({ needsHandle: false });
  const typed = await readForm(request, Object.keys(schema.shape));
  const giveBack = givesBack(typed, context);
  const submission = parseWithZod(typed, { schema });
  if (submission.status !== "success") return giveBack({ status: 400, ...problemsIn(submission) });
  if (!isFreshFormToken(submission.value.token)) return giveBack(STALE_FORM);
  try {
    const wait = form.limit === "own" ? undefined : await countAction(form.limit, context);
    const refused = tooMany(wait, TOO_OFTEN);
    if (refused) return giveBack(refused);
    const outcome = await submit(submission.value);
    return outcome instanceof Response ? outcome : giveBack(outcome);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return giveBack(explainFailure(error, context));
  }
}
