import type { Problem } from "./form-screen.tsx";
import type { FormReply } from "./refusals.ts";

/** What was wrong with a form that is a button without fields, on a screen with several. */
export function replyProblems(result: FormReply["result"] | undefined): Problem[] {
  return Object.values(result?.error ?? {})
    .flatMap((messages) => messages ?? [])
    .map((message) => ({ controlId: undefined, message }));
}
