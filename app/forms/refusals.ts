import type { SubmissionResult } from "@conform-to/react";
import type { HandleProblem } from "#app/domain/members/new-handle.server.ts";

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
  "decided-meanwhile": {
    status: 409,
    message: "Somebody has decided about this meanwhile. Open it again to see how it is now",
  },
} as const;

export type Refused = { kind: keyof typeof REFUSALS };

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
