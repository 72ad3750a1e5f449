import type { RouterContextProvider } from "react-router";
import { z } from "zod";
import { newcomer } from "#app/domain/members/newcomer.server.ts";
import { browserKind } from "#app/domain/members/sessions.server.ts";
import type { Author } from "#app/domain/posting/post-once.server.ts";
import { asksJoinCode } from "#app/domain/site/site.server.ts";
import { countLinks } from "#app/domain/text/cleaning.ts";
import { answerPost } from "#app/http/answer-post.server.ts";
import { countNewMember, tryJoinCode, waitForFirstPost } from "#app/http/limits.server.ts";
import { requestContext, visitorContext } from "#app/http/request-context.server.ts";
import { signInVisitor } from "#app/http/sign-in.server.ts";
import type { Authored } from "./form-schema.ts";
import { limitPosts, type Posters, type PostForm, postFormAs } from "./post-members-form.server.ts";
import { type FormProblem, tooMany } from "./refusals.ts";

/** The first post makes its author a member. A recovery code signs its member in. */
export function postForm<Output extends Authored, Input>(form: PostForm<Output, Input, Author>) {
  return postFormAs(form, ANYBODY);
}

const ANYBODY: Posters<Author> = {
  areNewcomers: true,
  signedOut: {
    status: 400,
    fieldErrors: { handle: ["You are signed out on this browser. Choose a handle to post under"] },
  },
  async admit(value, signedIn, context) {
    const { handle, recoveryCode } = value;
    let member = signedIn;
    if (!member && handle !== undefined && recoveryCode !== undefined) {
      const answer = await signInVisitor(context, handle, recoveryCode);
      if (!("member" in answer)) {
        const { status, message, wait: retryAfter } = answer;
        return { status, fieldErrors: { recoveryCode: [message] }, retryAfter };
      }
      member = answer.member;
    }
    if (member) {
      const problem = await limitPosts(context, member.id);
      return problem ?? { by: { memberId: member.id }, handle: member.handle, member };
    }
    if (handle === undefined) return ANYBODY.signedOut;
    const browser = browserKind(context.get(visitorContext).userAgent());
    const problem = await admitFirstPost(value, context);
    return problem ?? { by: newcomer(handle, browser), handle };
  },
  answer: (posted, next, context) => answerPost(context, { ...posted, ...next }),
};

const firstPost = z.object({
  body: z.string().catch(""),
  joinCode: z.string().optional().catch(undefined),
  homepage: z.string().catch(""),
});

async function admitFirstPost(value: Authored, context: Readonly<RouterContextProvider>) {
  const { clientAddress } = context.get(requestContext);
  const { body, joinCode, homepage } = firstPost.parse(value);
  if (homepage.trim() !== "") return { status: 400, fieldErrors: { homepage: [NOT_EMPTY] } };
  if (countLinks(body) > 0) return { status: 400, fieldErrors: { body: [NO_LINKS] } };
  return (
    (await checkJoinCode(joinCode, clientAddress)) ??
    tooMany(waitForFirstPost(value.token), TOO_FAST) ??
    (await limitPosts(context, undefined)) ??
    tooMany(asksJoinCode() ? undefined : await countNewMember(clientAddress), TOO_MANY_MEMBERS)
  );
}

async function checkJoinCode(
  code: string | undefined,
  address: string | undefined,
): Promise<FormProblem | undefined> {
  if (!asksJoinCode()) return undefined;
  if (!code?.trim()) return { status: 403, fieldErrors: { joinCode: [NO_CODE] } };
  const tried = await tryJoinCode(code, address);
  switch (tried.kind) {
    case "right":
      return undefined;
    case "later":
      return tooMany(tried.wait, GUESSED_AT);
    case "wrong":
      return (
        tooMany(tried.wait, TOO_MANY_CODES) ?? {
          status: 403,
          fieldErrors: { joinCode: [WRONG_CODE] },
        }
      );
  }
}

const NOT_EMPTY = "Leave this empty: it is there to catch programs that fill in everything";
const NO_LINKS = "Leave web addresses out of your first post: later ones may have two";
const WRONG_CODE = "This is not the joining code. Ask somebody who posts here for it";
const NO_CODE = "Enter the joining code. Somebody who posts here can tell you";
const TOO_MANY_CODES =
  "That is not the joining code either, and there were many tries from here. Ask somebody who posts here for it, or try again";
const GUESSED_AT =
  "Somebody is guessing at the joining code, so codes are looked at slowly for now. What you wrote is still here: press the button again";
const TOO_FAST =
  "That was quicker than anybody types. What you wrote is still here: press the button again";
const TOO_MANY_MEMBERS =
  "Many people have just posted here for the first time. What you wrote is still here: press the button again";
