import type { SubmissionResult } from "@conform-to/react";
import type { FormEvent, ReactNode } from "react";
import { useState } from "react";
import { Form, Link, useNavigation } from "react-router";
import { paths } from "#app/paths.ts";
import { AuthorField, type AuthorFields } from "./author-field.tsx";
import { ChangedMeanwhile, type ComparedField } from "./changed-meanwhile.tsx";
import { ErrorSummary, type Problem } from "./error-summary.tsx";
import type { ChangedMeanwhile as Changed } from "./refusals.ts";

/** The form of a screen as useSiteForm makes it. */
type ScreenForm = {
  siteName: string;
  token: string;
  author?: string | undefined;
  authorFields: AuthorFields | undefined;
  version?: string | undefined;
  isLocked?: boolean | undefined;
  changed?: Changed | undefined;
  labels: ComparedField[];
  problems: Problem[];
  result?: SubmissionResult<string[]> | undefined;
  reply: unknown;
  formProps: {
    id: string;
    noValidate: boolean;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
};

type Props = {
  form: ScreenForm;
  /** What the screen is about, in plain words. */
  title: string;
  /** The same with markup, where a name needs some. */
  heading?: ReactNode;
  lead: ReactNode;
  /** What the button says, and what it says while the form is being sent. */
  submit: string;
  pending: string;
  /** A link that leaves the form, beside its button. */
  wayOut?: ReactNode;
  /** What stands below the form. */
  after?: ReactNode;
  children?: ReactNode;
};

/** A screen that is one form: what is wrong, the heading, the fields, who posts, and the button. */
export function FormScreen(props: Props) {
  const { form, title, heading = title, lead, submit, pending, wayOut, after, children } = props;
  const isPending = useNavigation().formMethod === "POST";
  const [attempts, setAttempts] = useState(0);
  const fullTitle = `${title} · ${form.siteName}`;

  function send(event: FormEvent<HTMLFormElement>) {
    if (isPending) return event.preventDefault();
    form.formProps.onSubmit(event);
    setAttempts((count) => count + 1);
  }

  return (
    <div className="form-screen">
      <title>{form.problems.length > 0 ? `Error: ${fullTitle}` : fullTitle}</title>
      <ErrorSummary
        problems={form.problems}
        attempt={isPending ? undefined : `${attempts} ${JSON.stringify(form.reply)}`}
      />
      <header className="prose">
        <h1>{heading}</h1>
        <p className="soft">{lead}</p>
      </header>
      {form.isLocked && <LockedNotice />}
      <Form className="form" method="post" {...form.formProps} onSubmit={send}>
        <input type="hidden" name="token" value={form.token} />
        {form.version !== undefined && <input type="hidden" name="version" value={form.version} />}
        <ChangedMeanwhile
          now={form.changed?.values}
          typed={form.result?.initialValue}
          fields={form.labels}
        />
        {children}
        {form.authorFields && <AuthorField fields={form.authorFields} author={form.author} />}
        <div className="actions">
          <button type="submit" className="button" aria-disabled={isPending || undefined}>
            {isPending ? pending : submit}
          </button>{" "}
          {wayOut}
        </div>
      </Form>
      {after}
    </div>
  );
}

/** Said before somebody types what would be refused. */
function LockedNotice() {
  return (
    <p className="notice">
      A moderator has locked this place. It takes no reviews, corrections or sightings at the
      moment: nothing on this form can be saved. <Link to={paths.moderation}>How that works</Link>
    </p>
  );
}
