import type { FormProblem } from "./error-summary.tsx";

type WithErrors = { id: string; errors?: string[] | undefined };

/** What is wrong with a form, in the order of its fields: the first problem of each, then those of the whole. */
export function formProblems(
  fields: WithErrors[],
  formErrors: string[] | undefined,
): FormProblem[] {
  const ofFields = fields.flatMap(({ id, errors }) =>
    errors?.[0] ? [{ controlId: id, message: errors[0] }] : [],
  );
  const ofForm = (formErrors ?? []).map((message) => ({ controlId: undefined, message }));
  return [...ofFields, ...ofForm];
}
