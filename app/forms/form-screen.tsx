import type { FormEvent, ReactNode } from "react";
import { useState } from "react";
import { Form, useNavigation } from "react-router";
import { ErrorSummary, type FormProblem } from "./error-summary.tsx";

type Props = {
  title: string;
  heading: ReactNode;
  lead: ReactNode;
  /** The secret by which sending the form twice is recognised. */
  token: string;
  problems: FormProblem[];
  /** Conform's properties for the form element. */
  formProps: {
    id: string;
    noValidate: boolean;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
  /** What the server answered last: another answer is another attempt. */
  reply: unknown;
  submitLabel: string;
  pendingLabel: string;
  /** A link that leaves the form, beside its button. */
  wayOut?: ReactNode;
  /** What stands below the form. */
  after?: ReactNode;
  children: ReactNode;
};

/** A screen that is one form: what is wrong, the heading, the fields and the button. */
export function FormScreen(props: Props) {
  const {
    title,
    heading,
    lead,
    token,
    problems,
    formProps,
    reply,
    submitLabel,
    pendingLabel,
    wayOut,
    after,
    children,
  } = props;
  const isPending = useNavigation().formMethod === "POST";
  const [attempts, setAttempts] = useState(0);

  function submit(event: FormEvent<HTMLFormElement>) {
    if (isPending) return event.preventDefault();
    formProps.onSubmit(event);
    setAttempts((count) => count + 1);
  }

  return (
    <div className="form-screen">
      <title>{problems.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary
        problems={problems}
        attempt={isPending ? undefined : `${attempts} ${JSON.stringify(reply)}`}
      />
      <header className="prose">
        <h1>{heading}</h1>
        <p className="soft">{lead}</p>
      </header>
      <Form className="form" method="post" {...formProps} onSubmit={submit}>
        <input type="hidden" name="token" value={token} />
        {children}
        <div className="actions">
          <button type="submit" className="button" aria-disabled={isPending || undefined}>
            {isPending ? pendingLabel : submitLabel}
          </button>{" "}
          {wayOut}
        </div>
      </Form>
      {after}
    </div>
  );
}
