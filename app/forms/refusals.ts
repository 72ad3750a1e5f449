import type { SubmissionResult } from "@conform-to/react";
import type { MayNotPost } from "#app/domain/members/member-sql.server.ts";
import type { HandleProblem } from "#app/domain/members/new-handle.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { inWords } from "#app/domain/text/counting.ts";

export type FormProblem = {
  status: number;
  fieldErrors?: Record<string, string[]>;
  formErrors?: string[];
  alternatives?: { href: string; text: string }[];
  changed?: ChangedMeanwhile;
  /** Seconds. */
  retryAfter?: number;
};

export type ChangedMeanwhile = { version: string; values: Record<string, string | string[]> };

/** Fields left out keep their former value. */
export type FormReply = {
  result: SubmissionResult<string[]>;
  token?: string;
  author?: string | undefined;
  alternatives?: { href: string; text: string }[];
  changed?: ChangedMeanwhile | undefined;
};

const REFUSALS = {
  locked: {
    status: 403,
    message:
      "A moderator has locked this place: it takes no reviews, corrections or sightings at the moment",
  },
  "review-first": {
    status: 403,
    message:
      "Write a review first: once a moderator has let it through, you can correct what is said of places",
  },
  "review-hidden": {
    status: 403,
    message: "A moderator has hidden your review of this place, so you cannot post another one",
  },
  "not-the-author": { status: 403, message: "Only the member who wrote a review can delete it" },
  "not-the-recommender": {
    status: 403,
    message: "Only the member who recommended a place can delete it or hand it over",
  },
  "reviewed-by-others": {
    status: 409,
    message:
      "Somebody else has reviewed this place meanwhile, so it stays. You can hand it over to the community",
  },
  "not-deleted": {
    status: 404,
    message:
      "This is not among what you deleted any more: it was brought back or written anew, or its 30 days are over",
  },
  "own-review": {
    status: 403,
    message: "That is your own review: other people say whether it was helpful to them",
  },
  "own-item": { status: 403, message: "This is yours. Change or delete it instead" },
  "already-flagged": {
    status: 409,
    message: "You have flagged this before, and a moderator will look at it",
  },
  "cuisine-exists": {
    status: 409,
    message: "There is a cuisine of that name already. Join the two instead",
  },
  "said-now": {
    status: 409,
    message:
      "This is what the place says now. Correct the place first, or hide it; then hide this version",
  },
  "address-of-name": {
    status: 409,
    message:
      "The address is made of the name, which would make the same one again. Correct the name first",
  },
  "is-moderator": {
    status: 403,
    message: "This member moderates. Ask the operator of the site to take that from them first",
  },
  "newcomers-corrections": {
    status: 429,
    message:
      "You have corrected five places of others today, the most for somebody new here. What you wrote is still here: send it again tomorrow, or ask a moderator",
  },
  "days-corrections": {
    status: 429,
    message:
      "You have corrected thirty places of others today, the most for one day. What you wrote is still here: send it again tomorrow, or ask a moderator",
  },
  "turned-down-before": {
    status: 409,
    message:
      "You said this a few days ago, and somebody who knows the place found that it is not so. Leave it as it is, or flag the place so that a moderator looks",
  },
  "needs-standing": {
    status: 403,
    message:
      "Only a moderator, or somebody who has reviewed places here for a while, can turn this down. It changes nothing until one of them agrees; flag the place if it breaks a rule",
  },
  "decided-meanwhile": {
    status: 409,
    message: "Somebody has decided about this meanwhile. Open it again to see how it is now",
  },
} as const;

export type Refused = { kind: keyof typeof REFUSALS };

/** The notice on the page quotes the moderator. */
export function explainStop({ rule, words }: MayNotPost): FormProblem {
  return { status: 403, formErrors: [stopWords({ rule, words })] };
}

export function stopWords({ rule, words }: { rule: string; words: string }): string {
  return `A moderator has stopped you posting: ${ruleWords(rule)}. They say: “${words}” Nothing was posted. You can still download what you posted, leave, or ask a moderator to lift it`;
}

export function refusalOf({ kind }: Refused): FormProblem {
  const { status, message } = REFUSALS[kind];
  return { status, formErrors: [message] };
}

const HANDLES: Record<HandleProblem, { status: number; message: string }> = {
  taken: {
    status: 409,
    message:
      "Somebody has this handle. Choose another, or enter its recovery code below if it is yours",
  },
  alike: {
    status: 409,
    message:
      "This looks like the handle of somebody here: letters such as I, l and 1 are easily taken for each other. Choose one that differs in more than that, or add a word",
  },
  mixed: {
    status: 400,
    message:
      "This mixes alphabets, and some of their letters look the same. Write your handle in one alphabet",
  },
  reserved: {
    status: 400,
    message:
      "This would look as if the site or its moderators were speaking. Choose a handle of your own",
  },
};

export function refusedHandle(problem: HandleProblem): FormProblem {
  const { status, message } = HANDLES[problem];
  return { status, fieldErrors: { handle: [message] } };
}

/** Undefined when the form may be sent now. */
export function tooMany(seconds: number | undefined, words: string): FormProblem | undefined {
  if (seconds === undefined) return undefined;
  return { status: 429, formErrors: [`${words} ${inWords(seconds)}`], retryAfter: seconds };
}
