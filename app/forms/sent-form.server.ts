import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider } from "react-router";
import { z } from "zod";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { isBusy, troubleOf } from "#app/domain/posting/post-once.server.ts";
import { isFreshFormToken, newFormToken } from "#app/http/form-token.server.ts";
import { log, reportTrouble } from "#app/http/log.server.ts";
import { requestContext, visitorContext } from "#app/http/request-context.server.ts";
import type { FormProblem, FormReply } from "./refusals.ts";

export const STALE_FORM: FormProblem = {
  status: 400,
  formErrors: [
    "This form was open for more than a day, or came without its token. Press the button again",
  ],
};
const BUSY = "The site is very busy. Nothing was posted; press the button again in a moment";
const CANNOT_KEEP =
  "The site cannot keep anything new at the moment. Nothing was posted, and what you wrote is still here; press the button again in a few minutes";
const UNEXPECTED =
  "Something went wrong on our side. Nothing was posted; press the button again in a moment.";

export function givesBack(typed: FormData, context: Readonly<RouterContextProvider>) {
  const submission = parseWithZod(typed, { schema: z.looseObject({}) });
  return function giveBack(problem: FormProblem, member?: SignedInMember) {
    const { status, alternatives = [], retryAfter, changed, ...problems } = problem;
    const visitor = context.get(visitorContext);
    const given = submission.payload.token;
    const token = typeof given === "string" && isFreshFormToken(given) ? given : newFormToken();
    if (retryAfter !== undefined) visitor.retryAfter(retryAfter);
    const isByCode = visitor.isNewlySignedIn();
    const result = submission.reply({
      ...problems,
      hideFields: member || isByCode ? ["recoveryCode"] : [],
    });
    // Their browser may keep no cookies: the form asks for the code again, which is not sent back.
    if (isByCode) result.initialValue = { ...result.initialValue, recoveryCode: "" };
    const author = isByCode ? undefined : member?.handle;
    const reply: FormReply = { result, token, alternatives, changed, author };
    return data(reply, { status });
  };
}

export function problemsIn({ error }: { error?: Record<string, string[] | null> | null }) {
  const { "": formErrors, ...fieldErrors } = error ?? {};
  const ofFields = Object.entries(fieldErrors).flatMap(([name, messages]) =>
    messages ? [[name, messages]] : [],
  );
  return { formErrors: formErrors ?? [], fieldErrors: Object.fromEntries(ofFields) };
}

export function explainFailure(
  error: Error,
  context: Readonly<RouterContextProvider>,
): FormProblem {
  if (isBusy(error)) return { status: 503, formErrors: [BUSY], retryAfter: 10 };
  const { reference } = context.get(requestContext);
  const trouble = troubleOf(error);
  if (trouble) {
    reportTrouble(trouble, reference);
    return { status: 503, formErrors: [CANNOT_KEEP], retryAfter: 120 };
  }
  log.error({ err: error, reference }, "posting failed");
  return { status: 500, formErrors: [`${UNEXPECTED} If you tell us, say ${reference}.`] };
}

/** Throws a 400. */
export async function readForm(request: Request, fields: string[]): Promise<FormData> {
  try {
    return pickFields(await request.formData(), fields);
  } catch {
    throw data(
      {
        title: "That form cannot be read",
        text: "It arrived incomplete. Go back and send it again.",
      },
      { status: 400 },
    );
  }
}

const gone = z.object({
  type: z.literal("DataWithResponseInit"),
  data: z.object({ title: z.string(), text: z.string() }).nullable().catch(null),
  init: z.object({ status: z.literal([404, 410]) }),
});

const NOT_HERE = { title: "This is not here any more", text: "Nothing was posted." };
const UNSHOWN = ["token", "version", "intent", "recoveryCode", "joinCode", "homepage"];

/** What is thrown because the form's subject is gone then shows what was typed too; anything else stays as it is. */
export function withTyped(thrown: unknown, typed: FormData): unknown {
  const parsed = gone.safeParse(thrown);
  if (!parsed.success || !typed.has("token")) return thrown;
  const { data: words, init } = parsed.data;
  const written = [...typed].flatMap(([name, value]) =>
    typeof value === "string" && value.trim() !== "" && !UNSHOWN.includes(name)
      ? [{ name, value }]
      : [],
  );
  return data({ ...(words ?? NOT_HERE), typed: written }, init);
}

// Reading a repeated name takes quadratic time.
const MOST_VALUES = 100;

/** Conform makes a[99999999] an array of that length, and obeys __intent__ and __state__. */
export function pickFields(form: FormData, names: string[]): FormData {
  const picked = new FormData();
  for (const name of names) {
    for (const value of form.getAll(name).slice(0, MOST_VALUES)) picked.append(name, value);
  }
  return picked;
}
