import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider } from "react-router";
import type { z } from "zod";
import { browserKind } from "#app/domain/members/browser-kind.ts";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import { unseenMessage } from "#app/domain/moderation/waiting-answer.ts";
import type { Author, PostOutcome } from "#app/domain/posting/post-once.server.ts";
import { isDatabaseBusy } from "#app/domain/posting/post-once.server.ts";
import { answerPost } from "#app/http/answer-post.server.ts";
import type { Flash } from "#app/http/flash.server.ts";
import { isFreshFormToken, newFormToken } from "#app/http/form-token.server.ts";
import { log } from "#app/http/log.server.ts";
import { requestContext } from "#app/http/request-context.server.ts";
import { signInVisitor } from "#app/http/sign-in.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { admitPost } from "./admit-post.server.ts";
import { readForm } from "./read-form.server.ts";

/** Why a form is given back: the status, and what to say of which field or of the form as a whole. */
export type FormProblem = {
  status: number;
  fieldErrors?: Record<string, string[]>;
  formErrors?: string[];
  /** Links to what the person may have meant. */
  alternatives?: { href: string; text: string }[];
  /** What the form would start with now, where somebody changed it since it was opened. */
  changed?: ChangedMeanwhile;
  /** The seconds after which it may be sent again. */
  retryAfter?: number;
};

/** The version that a form has to carry from now on, and the values that its fields have in it. */
export type ChangedMeanwhile = { version: string; values: Record<string, string | string[]> };

type PostForm<Output> = {
  request: Request;
  context: Readonly<RouterContextProvider>;
  /** The form's schema. Whoever is not signed in has to give a handle. */
  schemaFor: (options: { needsHandle: boolean }) => FormSchema<Output & WithAuthor>;
  /** Posts what the form holds, or says why not. @param secret by which the same form is recognised */
  post: (value: Output, author: Author, secret: string) => Promise<PostOutcome | FormProblem>;
  /** What the page after it says. @param answer the path of that page */
  flash: (answer: string, author: string, value: Output) => Flash;
  /** Whether a member may post without a token, by a button on a page that can hold none as everybody gets the same one. */
  acceptsButtonPost?: boolean;
  /** Whether the form is for members, and makes nobody one. */
  membersOnly?: boolean;
};

type FormSchema<Output> = z.ZodType<Output, Record<string, unknown>> & {
  shape: Record<string, unknown>;
};

type WithAuthor = { token: string; handle?: string | undefined; recoveryCode?: string | undefined };

/** What somebody gets who is not signed in and sends a form for members. */
export const MEMBERS_ONLY: FormProblem = {
  status: 403,
  formErrors: ["You are signed out on this browser. Sign in, then send this again"],
};

/**
 * The one way a form is posted: read, checked, written once, answered by a redirect that signs a newcomer in. Whoever
 * gives the recovery code of a handle is signed in first, and posts as that member. A form that is not accepted is given back
 * with everything that was typed, whatever went wrong.
 */
export async function postForm<Output>({
  request,
  context,
  schemaFor,
  post,
  flash,
  acceptsButtonPost,
  membersOnly = false,
}: PostForm<Output>) {
  const visitor = context.get(visitorContext);
  let member = await visitor.member();
  const schema = schemaFor({ needsHandle: !member && !membersOnly });
  const submission = parseWithZod(await readForm(request, Object.keys(schema.shape)), { schema });

  const giveBack = (
    { status, alternatives = [], retryAfter, changed, ...problems }: FormProblem,
    isSignedIn = true,
  ) => {
    const given = submission.payload.token;
    const token = typeof given === "string" && isFreshFormToken(given) ? given : newFormToken();
    if (retryAfter !== undefined) visitor.retryAfter(retryAfter);
    return data(
      {
        // The code of who is signed in by it is not sent back.
        result: submission.reply({ ...problems, hideFields: member ? ["recoveryCode"] : [] }),
        token,
        alternatives,
        changed,
        author: isSignedIn ? member?.handle : undefined,
      },
      { status },
    );
  };

  if (submission.status !== "success") return giveBack({ status: 400 });
  const { token, handle, recoveryCode } = submission.value;
  const isButtonPost = acceptsButtonPost === true && member !== undefined && token === "";
  if (!isButtonPost && !isFreshFormToken(token))
    return giveBack({ status: 400, formErrors: [STALE_FORM] });

  try {
    if (!member && handle !== undefined && recoveryCode !== undefined) {
      const signedIn = await signInVisitor(context, handle, recoveryCode);
      if (!("member" in signedIn)) {
        const { status, message, wait: retryAfter } = signedIn;
        return giveBack({ status, fieldErrors: { recoveryCode: [message] }, retryAfter });
      }
      member = signedIn.member;
    }
    const author = authorOf(member, handle, browserKind(visitor.userAgent()));
    if (!author && membersOnly) return giveBack(MEMBERS_ONLY);
    if (!author) return giveBack({ status: 400, fieldErrors: { handle: [SIGNED_OUT] } });
    const problem = await admitPost({ context, author, token, value: submission.value });
    if (problem) return giveBack(problem);
    // Going back to change what was posted sends the same token: only the same form is the same post.
    const secret = isButtonPost ? newFormToken() : JSON.stringify(submission.payload);
    const outcome = await post(submission.value, author, secret);
    if ("status" in outcome) return giveBack(outcome);
    if (outcome.kind === "handle-taken")
      return giveBack({ status: 409, fieldErrors: { handle: [HANDLE_TAKEN] } });
    if (outcome.kind === "signed-out")
      return giveBack({ status: 400, fieldErrors: { handle: [SIGNED_OUT] } }, false);
    if (outcome.kind === "refused") {
      return giveBack({ status: outcome.refusal.status, formErrors: [outcome.refusal.message] });
    }
    if (outcome.kind === "declined") throw data(null, { status: 404 });
    const postedAs = member?.handle ?? handle ?? "";
    return await answerPost(context, {
      ...outcome,
      to: outcome.answer,
      flash: unseenMessage(outcome.answer) ?? flash(outcome.answer, postedAs, submission.value),
      handle: postedAs,
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return giveBack(explainFailure(error, context));
  }
}

/** What to say of a form whose token is not fresh. */
export const STALE_FORM =
  "This form was open for more than a day, or came without its token. Press the button again";
const SIGNED_OUT = "You are signed out on this browser. Choose a handle to post under";
const HANDLE_TAKEN =
  "Somebody has this handle. Choose another, or enter its recovery code below if it is yours";
const BUSY = "The site is very busy. Nothing was posted; press the button again in a moment";
const UNEXPECTED =
  "Something went wrong on our side. Nothing was posted; press the button again in a moment.";

/** What to say of a form that was right, and failed all the same. Logs what nobody expected. */
export function explainFailure(
  error: Error,
  context: Readonly<RouterContextProvider>,
): FormProblem {
  if (isDatabaseBusy(error)) return { status: 503, formErrors: [BUSY] };
  const { reference } = context.get(requestContext);
  log.error({ err: error, reference }, "posting failed");
  return { status: 500, formErrors: [`${UNEXPECTED} If you tell us, say ${reference}.`] };
}

function authorOf(
  member: SignedInMember | undefined,
  handle: string | undefined,
  browser: string,
): Author | undefined {
  if (member) return { memberId: member.id };
  return handle === undefined ? undefined : { handle, browser };
}
