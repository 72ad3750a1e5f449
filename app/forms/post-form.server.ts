import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider } from "react-router";
import { browserKind } from "#app/domain/members/browser-kind.ts";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import type { Author, Posted, PostOutcome } from "#app/domain/posting/post-once.server.ts";
import { answerPost } from "#app/http/answer-post.server.ts";
import type { Flash } from "#app/http/flash.server.ts";
import { isFreshFormToken, newFormToken } from "#app/http/form-token.server.ts";
import { signInVisitor } from "#app/http/sign-in.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import { admitPost } from "./admit-post.server.ts";
import type { Authored, FormSchema } from "./form-schema.ts";
import { explainFailure, givesBack, problemsIn, STALE_FORM } from "./give-back.server.ts";
import { readForm } from "./read-form.server.ts";
import { type FormProblem, type Refused, refusalOf } from "./refusals.ts";

type Sent = { request: Request; context: Readonly<RouterContextProvider> };

/** Where somebody goes on after a post, and what is said there. */
export type Answer = { to: string; flash: Flash };

type PostForm<Output extends Authored, Input> = Sent & {
  schema: FormSchema<Output, Input>;
  /** Posts what the form holds, or says why not. @param secret by which the same form is recognised */
  post: (
    value: Output,
    author: Author,
    secret: string,
  ) => Promise<PostOutcome<Refused | { kind: "missing" }> | FormProblem>;
  /** @param handle whose post it was */
  answer: (posted: Posted, value: Output, handle: string) => Answer;
  /** Whether a member may post by a button on a page that is the same for all, and so has no token. */
  acceptsButtonPost?: boolean;
  /** Whether the form is for members, and makes nobody one. */
  membersOnly?: boolean;
};

/**
 * The one way a form is posted: read, checked, written once, answered by a redirect that signs a newcomer in. With the
 * recovery code of a handle its member is signed in first, and is the author. A form that is not accepted is given back with
 * everything that was typed, whatever went wrong.
 */
export async function postForm<Output extends Authored, Input>(form: PostForm<Output, Input>) {
  const { request, context, schema, post, answer, acceptsButtonPost, membersOnly = false } = form;
  const visitor = context.get(visitorContext);
  const typed = await readForm(request, Object.keys(schema({ needsHandle: false }).shape));
  const giveBack = givesBack(typed, context);

  let member: SignedInMember | undefined;
  try {
    member = await visitor.member();
    const submission = parseWithZod(typed, {
      schema: schema({ needsHandle: !member && !membersOnly }),
    });
    if (submission.status !== "success") {
      return giveBack({ status: 400, ...problemsIn(submission) }, member);
    }
    const { value } = submission;
    const { token, handle, recoveryCode } = value;
    const isButtonPost = acceptsButtonPost === true && member !== undefined && token === "";
    if (!isButtonPost && !isFreshFormToken(token)) return giveBack(STALE_FORM, member);
    if (!member && handle !== undefined && recoveryCode !== undefined) {
      const signedIn = await signInVisitor(context, handle, recoveryCode);
      if (!("member" in signedIn)) {
        const { status, message, wait: retryAfter } = signedIn;
        return giveBack({ status, fieldErrors: { recoveryCode: [message] }, retryAfter });
      }
      member = signedIn.member;
    }
    const author = authorOf(member, handle, browserKind(visitor.userAgent()));
    if (!author) return giveBack(membersOnly ? MEMBERS_ONLY : SIGNED_OUT);
    const problem = await admitPost({ context, author, token, value });
    if (problem) return giveBack(problem, member);
    // Going back to change what was posted sends the same token: only the same form is the same post.
    const secret = isButtonPost ? newFormToken() : JSON.stringify(submission.payload);
    const outcome = await post(value, author, secret);
    if ("status" in outcome) return giveBack(outcome, member);
    switch (outcome.kind) {
      case "posted": {
        const postedAs = member?.handle ?? handle ?? "";
        const { to, flash } = answer(outcome, value, postedAs);
        return await answerPost(context, {
          session: outcome.session,
          recoveryCode: outcome.recoveryCode,
          to,
          flash: outcome.unseen ? UNSEEN[outcome.unseen] : flash,
          handle: postedAs,
        });
      }
      case "handle-taken":
        return giveBack({ status: 409, fieldErrors: { handle: [HANDLE_TAKEN] } }, member);
      case "signed-out":
        return giveBack(membersOnly ? MEMBERS_ONLY : SIGNED_OUT);
      case "missing":
        throw data(null, { status: 404 });
      default:
        return giveBack(refusalOf(outcome), member);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return giveBack(explainFailure(error, context), member);
  }
}

type PostMembersForm<Output extends Authored, Input> = Omit<
  PostForm<Output, Input>,
  "post" | "membersOnly"
> & {
  post: (
    value: Output,
    memberId: number,
    secret: string,
  ) => ReturnType<PostForm<Output, Input>["post"]>;
};

/** Posts a form for members: somebody who is signed out gets it back with what they typed. */
export function postMembersForm<Output extends Authored, Input>(
  form: PostMembersForm<Output, Input>,
) {
  return postForm({
    ...form,
    membersOnly: true,
    post: async (value, author, secret) =>
      "memberId" in author ? form.post(value, author.memberId, secret) : MEMBERS_ONLY,
  });
}

/** The page of the place that a post is about; the list where it leaves none to see. */
export function pageAfter({ place }: Posted): string {
  return place === undefined ? paths.places() : paths.place(place);
}

/** What is said to the author of a post that nobody else sees yet. */
const UNSEEN: Record<NonNullable<Posted["unseen"]>, Flash> = {
  waiting: {
    text: "Thank you. What you posted waits for a moderator, and is shown once one has looked at it.",
    link: { href: paths.moderationWaiting, text: "Why it waits" },
  },
  flagged: {
    text: "It is put aside again: members have flagged it, and a moderator will look at it.",
    link: { href: paths.moderation, text: "How this is decided" },
  },
};

const MEMBERS_ONLY: FormProblem = {
  status: 403,
  formErrors: ["You are signed out on this browser. Sign in, then send this again"],
};
const SIGNED_OUT: FormProblem = {
  status: 400,
  fieldErrors: { handle: ["You are signed out on this browser. Choose a handle to post under"] },
};
const HANDLE_TAKEN =
  "Somebody has this handle. Choose another, or enter its recovery code below if it is yours";
function authorOf(
  member: SignedInMember | undefined,
  handle: string | undefined,
  browser: string,
): Author | undefined {
  if (member) return { memberId: member.id };
  return handle === undefined ? undefined : { handle, browser };
}
