import type { Problem } from "./form-screen.tsx";
import type { FormReply } from "./refusals.ts";

export function replyProblems(result: FormReply["result"] | undefined): Problem[] {
  return Object.values(result?.error ?? {})
    .flatMap((messages) => messages ?? [])
    .map((message) => ({ controlId: undefined, message }));
}
