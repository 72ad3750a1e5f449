import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider, redirect } from "react-router";
import type { SignedInMember } from "#app/domain/members/sessions.server.ts";
import {
  type Posted,
  type PostOutcome,
  throwTroubleOfFile,
} from "#app/domain/posting/post-once.server.ts";
import type { Flash } from "#app/http/flash.server.ts";
import { isFreshFormToken, newFormToken } from "#app/http/form-token.server.ts";
import { countPost } from "#app/http/limits.server.ts";
import { requestContext, visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Authored, FormSchema } from "./form-schema.ts";
import {
  explainStop,
  type FormProblem,
  type Refused,
  refusalOf,
  refusedHandle,
  tooMany,
} from "./refusals.ts";
import {
  explainFailure,
  givesBack,
  problemsIn,
  readForm,
  STALE_FORM,
  withTyped,
} from "./sent-form.server.ts";

type Context = Readonly<RouterContextProvider>;

type Outcome = PostOutcome<Refused | { kind: "missing" }>;

type Answer = { to: string; flash: Flash };

export type PostForm<Output extends Authored, Input, By> = {
  request: Request;
  context: Context;
  schema: FormSchema<Output, Input>;
  /** Throws a 404 if what the form is about is not there any more. */
  requireSubject?: () => Promise<unknown>;
  /** @param secret recognises the same form sent twice */
  post: (value: Output, by: By, secret: string) => Promise<Outcome | FormProblem>;
  answer: (posted: Posted, value: Output, handle: string) => Answer | Promise<Answer>;
  /** For buttons on public pages, which cannot hold a token. */
  acceptsButtonPost?: boolean;
};

export type Posters<By> = {
  areNewcomers: boolean;
  /** Throws a 404 for those to whom the form does not exist. */
  require?: (context: Context) => Promise<unknown>;
  admit: (
    value: Authored,
    member: SignedInMember | undefined,
    context: Context,
  ) => Promise<{ by: By; handle: string; member?: SignedInMember } | FormProblem>;
  signedOut: FormProblem;
  answer: (
    posted: Extract<Outcome, Posted>,
    to: { to: string; flash: Flash; handle: string },
    context: Context,
  ) => Promise<Response>;
};

/** Whatever goes wrong, the form is given back as typed. */
export async function postFormAs<Output extends Authored, Input, By>(
  form: PostForm<Output, Input, By>,
  posters: Posters<By>,
) {
  const { request, context, schema, post, answer, acceptsButtonPost = false } = form;
  const typed = await readForm(request, Object.keys(schema({ needsHandle: false }).shape));
  const giveBack = givesBack(typed, context);

  let member: SignedInMember | undefined;
  try {
    throwTroubleOfFile();
    await posters.require?.(context);
    await form.requireSubject?.();
    member = await context.get(visitorContext).member();
    const submission = parseWithZod(typed, {
      schema: schema({ needsHandle: posters.areNewcomers && !member }),
    });
    if (submission.status !== "success") {
      return giveBack({ status: 400, ...problemsIn(submission) }, member);
    }
    const { value, payload } = submission;
    const isButtonPost = acceptsButtonPost && member !== undefined && value.token === "";
    if (!isButtonPost && !isFreshFormToken(value.token)) return giveBack(STALE_FORM, member);
    const admitted = await posters.admit(value, member, context);
    if ("status" in admitted) return giveBack(admitted, member);
    const { by, handle } = admitted;
    member = admitted.member;
    // After going back the token is the same: only the same content is the same post.
    const secret = isButtonPost ? newFormToken() : JSON.stringify(payload);
    const outcome = await post(value, by, secret);
    if ("status" in outcome) return giveBack(outcome, member);
    switch (outcome.kind) {
      case "posted": {
        const { to, flash } = await answer(outcome, value, handle);
        const said = outcome.unseen ? UNSEEN[outcome.unseen] : flash;
        return await posters.answer(outcome, { to, flash: said, handle }, context);
      }
      case "handle-refused":
        return giveBack(refusedHandle(outcome.problem), member);
      case "signed-out":
        return giveBack(posters.signedOut);
      case "may-not-post":
        return giveBack(explainStop(outcome), member);
      case "missing":
        throw data(null, { status: 404 });
      default:
        return giveBack(refusalOf(outcome), member);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw withTyped(error, typed);
    return giveBack(explainFailure(error, context), member);
  }
}

export function postMembersForm<Output extends Authored, Input>(
  form: PostForm<Output, Input, number>,
) {
  return postFormAs(form, MEMBERS);
}

export const MEMBERS: Posters<number> = {
  areNewcomers: false,
  signedOut: {
    status: 403,
    formErrors: ["You are signed out on this browser. Sign in, then send this again"],
  },
  async admit(_value, member, context) {
    if (!member) return MEMBERS.signedOut;
    const tooMany = await limitPosts(context, member.id);
    return tooMany ?? { by: member.id, handle: member.handle, member };
  },
  async answer(_posted, { to, flash }, context) {
    await context.get(visitorContext).flash(flash);
    return redirect(to, 303);
  },
};

export async function limitPosts(context: Context, memberId: number | undefined) {
  const { clientAddress } = context.get(requestContext);
  return tooMany(await countPost(clientAddress, memberId), TOO_MANY_POSTS);
}

/** The list if nobody sees the place any more. */
export function pageAfter({ place }: Posted): string {
  return place === undefined ? paths.places() : paths.place(place);
}

const UNSEEN: Record<NonNullable<Posted["unseen"]>, Flash> = {
  waiting: {
    text: "Thank you. What you posted waits for a moderator, and is shown once one has looked at it.",
    link: { href: paths.moderationWaiting, text: "Why it waits" },
  },
  uncounted: {
    text: "Thank you. It is counted once a moderator has let through the first review that you write.",
    link: { href: paths.moderationWaiting, text: "Why it waits" },
  },
  flagged: {
    text: "It is put aside again: members have flagged it, and a moderator will look at it.",
    link: { href: paths.moderation, text: "How this is decided" },
  },
};

const TOO_MANY_POSTS =
  "That is a lot of posts at once. What you wrote is still here: press the button again";
