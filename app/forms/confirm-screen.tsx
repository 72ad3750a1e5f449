import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { formProblems } from "./form-problems.ts";
import { FormScreen } from "./form-screen.tsx";

type Props = {
  title: string;
  heading: ReactNode;
  lead: ReactNode;
  token: string;
  /** What the server last said of the form. */
  result: SubmissionResult<string[]> | undefined;
  reply: unknown;
  submitLabel: string;
  pendingLabel: string;
  wayOut: ReactNode;
  children: ReactNode;
};

/** A screen that asks before something is done: what it is about, and a button. */
export function ConfirmScreen({ result, ...screen }: Props) {
  const [form] = useForm({ id: "confirm", lastResult: result });
  return (
    <FormScreen
      {...screen}
      problems={formProblems([], form.errors)}
      formProps={getFormProps(form)}
    />
  );
}
