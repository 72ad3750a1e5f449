import type { RouterContextProvider } from "react-router";
import type { z } from "zod";
import type { PostOutcome } from "#app/domain/posting/post-once.server.ts";
import type { Flash } from "#app/http/flash.server.ts";
import { type FormProblem, MEMBERS_ONLY, postForm } from "./post-form.server.ts";

type PostMembersForm<Output> = {
  request: Request;
  context: Readonly<RouterContextProvider>;
  schema: z.ZodType<Output & { token: string }, Record<string, unknown>> & {
    shape: Record<string, unknown>;
  };
  /** Posts what the form holds, or says why not. @param secret by which the same form is recognised */
  post: (value: Output, memberId: number, secret: string) => Promise<PostOutcome | FormProblem>;
  /** What the page after it says. */
  flash: Flash;
};

/** Posts a form that makes nobody a member: whoever is not signed in gets it back with what they typed. */
export function postMembersForm<Output>({
  request,
  context,
  schema,
  post,
  flash,
}: PostMembersForm<Output>) {
  return postForm<Output>({
    request,
    context,
    membersOnly: true,
    schemaFor: () => schema,
    post: async (value, author, secret) =>
      "memberId" in author ? post(value, author.memberId, secret) : MEMBERS_ONLY,
    flash: () => flash,
  });
}
