import type { SubmissionResult } from "@conform-to/react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Form, Link, useNavigation } from "react-router";
import { paths } from "#app/paths.ts";
import { AuthorField, type AuthorFields } from "./author-field.tsx";
import type { ChangedMeanwhile as Changed } from "./refusals.ts";
import { DraftNotice, useDraft } from "./use-draft.tsx";

type ScreenForm = {
  siteName: string;
  asksJoinCode: boolean;
  token: string;
  author?: string | undefined;
  draftOwner?: string | undefined;
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
  title: string;
  /** The title with markup. */
  heading?: ReactNode;
  lead?: ReactNode;
  /** Which step of several, as "2 of 2". */
  step?: string;
  submit: string;
  pending: string;
  wayOut?: ReactNode;
  after?: ReactNode;
  children?: ReactNode;
};

export function FormScreen(props: Props) {
  const { form, title, heading = title, lead, submit, pending, wayOut, after, children } = props;
  const isPending = useNavigation().formMethod === "POST";
  const [attempts, setAttempts] = useState(0);
  const isGivenBack = form.reply !== undefined;
  const draft = useDraft({ owner: form.draftOwner, isGivenBack });
  const version = isGivenBack ? form.version : (draft.version ?? form.version);
  const fullTitle = `${title} · ${form.siteName}`;

  function send(event: FormEvent<HTMLFormElement>) {
    if (isPending) return event.preventDefault();
    form.formProps.onSubmit(event);
    setAttempts((count) => count + 1);
  }

  return (
    <div className={props.step ? "form-screen form-step" : "form-screen"}>
      <title>{form.problems.length > 0 ? `Error: ${fullTitle}` : fullTitle}</title>
      <ErrorSummary
        problems={form.problems}
        attempt={isPending ? undefined : `${attempts} ${JSON.stringify(form.reply)}`}
      />
      <header className="prose">
        {props.step && <p className="step-of soft">{props.step}</p>}
        <h1>{heading}</h1>
        {lead && <p className="soft">{lead}</p>}
      </header>
      {form.isLocked && <LockedNotice />}
      <DraftNotice notice={draft.notice} />
      <Form className="form" method="post" {...form.formProps} {...draft.formProps} onSubmit={send}>
        <input type="hidden" name="token" value={form.token} />
        {version !== undefined && <input type="hidden" name="version" value={version} />}
        <ChangedMeanwhile
          now={form.changed?.values}
          typed={form.result?.initialValue}
          fields={form.labels}
        />
        {children}
        {form.authorFields && (
          <AuthorField
            fields={form.authorFields}
            author={form.author}
            asksJoinCode={form.asksJoinCode}
          />
        )}
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

function LockedNotice() {
  return (
    <p className="notice">
      A moderator has locked this place. It takes no reviews, corrections or sightings at the
      moment: nothing on this form can be saved. <Link to={paths.moderation}>How that works</Link>
    </p>
  );
}

export type Problem = {
  /** Undefined for the form as a whole. */
  controlId: string | undefined;
  message: string;
};

type ErrorSummaryProps = {
  problems: Problem[];
  /** Changes with every attempt, so that each failed one moves the focus here. */
  attempt: unknown;
};

export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const element = useRef<HTMLDivElement>(null);
  const isShown = problems.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another failed attempt is a reason to say it again
  useEffect(() => {
    if (isShown) element.current?.focus();
  }, [isShown, attempt]);
  if (!isShown) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      ref={element}
      aria-labelledby="problem"
    >
      <h2 id="problem">There is a problem</h2>
      <ul>
        {problems.map(({ controlId, message }) => (
          <li key={message}>{controlId ? <a href={`#${controlId}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}

type Values = Record<string, unknown>;

export type ComparedField = {
  name: string;
  label: string;
  wordsOf?: (value: string) => string;
};

type ChangedProps = {
  now: Values | undefined;
  typed: Values | null | undefined;
  fields: ComparedField[];
};

export function ChangedMeanwhile({ now, typed, fields }: ChangedProps) {
  if (!now) return null;
  const rows = fields
    .map(({ name, label, wordsOf = (value) => value }) => ({
      label,
      saved: words(now[name], wordsOf),
      yours: words(typed?.[name], wordsOf),
    }))
    .filter(({ saved, yours }) => saved !== yours);
  if (rows.length === 0) {
    return <p className="notice">Everything on this form is as you have it. Save it again.</p>;
  }
  return (
    <section className="notice" aria-labelledby="both-versions">
      <h2 id="both-versions">Both versions</h2>
      <table className="versions">
        <thead>
          <tr>
            <td />
            <th scope="col">Saved since</th>
            <th scope="col">Yours, still below</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, saved, yours }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <bdi>{saved || "empty"}</bdi>
              </td>
              <td>
                <bdi>{yours || "empty"}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function words(value: unknown, wordsOf: (value: string) => string): string {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((one) => typeof one === "string")
    .map((one) => (one === "" ? "" : wordsOf(one)))
    .toSorted()
    .join(", ");
}
