import type { RouterContextProvider } from "react-router";
import { z } from "zod";
import type { Author } from "#app/domain/posting/post-once.server.ts";
import { asksJoinCode, isJoinCode } from "#app/domain/site/site.server.ts";
import { countLinks } from "#app/domain/text/cleaning.ts";
import { inWords } from "#app/domain/text/counting.ts";
import {
  countNewMember,
  countPost,
  countWrongJoinCode,
  waitForFirstPost,
  waitForJoinCode,
} from "#app/http/limits.server.ts";
import { requestContext } from "#app/http/request-context.server.ts";

/** Why a post is not let through: the status, what to say of which field or of the form, and when to try again. */
type NotAdmitted = {
  status: number;
  fieldErrors?: Record<string, string[]>;
  formErrors?: string[];
  retryAfter?: number;
};

type Post = {
  context: Readonly<RouterContextProvider>;
  author: Author;
  token: string;
  value: unknown;
};

const firstPost = z.object({
  body: z.string().catch(""),
  joinCode: z.string().optional().catch(undefined),
  homepage: z.string().catch(""),
});

/**
 * Whether a post is let through to be written, whatever it is: within the limits, and from somebody who posts for the first
 * time only what a person would send. @returns why not, or undefined
 */
export async function admitPost({
  context,
  author,
  token,
  value,
}: Post): Promise<NotAdmitted | undefined> {
  const { clientAddress } = context.get(requestContext);
  if ("memberId" in author)
    return tooMany(await countPost(clientAddress, author.memberId), TOO_MANY_POSTS);
  const { body, joinCode, homepage } = firstPost.parse(value);
  if (homepage.trim() !== "") return { status: 400, fieldErrors: { homepage: [NOT_EMPTY] } };
  if (countLinks(body) > 0) return { status: 400, fieldErrors: { body: [NO_LINKS] } };
  return (
    (await checkJoinCode(joinCode, clientAddress)) ??
    tooMany(waitForFirstPost(token), TOO_FAST) ??
    tooMany(await countPost(clientAddress, undefined), TOO_MANY_POSTS) ??
    tooMany(asksJoinCode() ? undefined : await countNewMember(clientAddress), TOO_MANY_MEMBERS)
  );
}

const NOT_EMPTY = "Leave this empty: it is there to catch programs that fill in everything";
const NO_LINKS = "Leave web addresses out of your first post: later ones may have two";
const WRONG_CODE = "This is not the joining code. Ask somebody who posts here for it";
const NO_CODE = "Enter the joining code. Somebody who posts here can tell you";
const TOO_MANY_CODES = "That was the wrong joining code too often. Try again";
const TOO_FAST =
  "That was quicker than anybody types. What you wrote is still here: press the button again";
const TOO_MANY_POSTS =
  "That is a lot of posts at once. What you wrote is still here: press the button again";
const TOO_MANY_MEMBERS =
  "Many people have just posted here for the first time. What you wrote is still here: press the button again";

async function checkJoinCode(
  code: string | undefined,
  address: string | undefined,
): Promise<NotAdmitted | undefined> {
  if (!asksJoinCode()) return undefined;
  if (!code?.trim()) return { status: 403, fieldErrors: { joinCode: [NO_CODE] } };
  const problem = tooMany(await waitForJoinCode(address), TOO_MANY_CODES);
  if (problem || isJoinCode(code)) return problem;
  await countWrongJoinCode(address);
  return { status: 403, fieldErrors: { joinCode: [WRONG_CODE] } };
}

function tooMany(seconds: number | undefined, words: string): NotAdmitted | undefined {
  if (seconds === undefined) return undefined;
  return { status: 429, formErrors: [`${words} ${inWords(seconds)}`], retryAfter: seconds };
}
