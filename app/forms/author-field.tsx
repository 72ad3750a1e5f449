import { Link, useLocation } from "react-router";
import { paths } from "#app/paths.ts";
import { Field, type FieldState } from "./field.tsx";

export type AuthorFields = Record<"handle" | "recoveryCode" | "joinCode" | "homepage", FieldState>;

type Props = {
  fields: AuthorFields;
  /** Undefined when signed out. */
  author: string | undefined;
  /** Whether a newcomer needs the community's code. */
  asksJoinCode: boolean;
};

export function AuthorField({
  fields: { handle, recoveryCode, joinCode, homepage },
  author,
  asksJoinCode,
}: Props) {
  if (author !== undefined) {
    return (
      <p className="author">
        Posting as{" "}
        <strong>
          <bdi>{author}</bdi>
        </strong>
      </p>
    );
  }
  return (
    <>
      <Field
        field={handle}
        label="Your handle"
        aside="no e-mail needed"
        hint="It stands beside what you write. You are asked only once."
      >
        {(control) => <input {...control} className="input input-middle" autoComplete="nickname" />}
      </Field>
      <BeenHereBefore field={recoveryCode} isOpen={handle.errors !== undefined} />
      {asksJoinCode && (
        <Field
          field={joinCode}
          label="Joining code"
          hint="So that only people of this community post. Somebody who posts here can tell you; you are asked only once."
        >
          {(control) => (
            <input
              {...control}
              className="input input-short"
              autoComplete="off"
              autoCapitalize="none"
            />
          )}
        </Field>
      )}
      <LeaveEmpty field={homepage} />
    </>
  );
}

/** A trap for programs that fill in every field. People see it only if it was filled in for them. */
function LeaveEmpty({ field }: { field: FieldState }) {
  const isFilledIn = field.errors !== undefined;
  return (
    <div className={isFilledIn ? undefined : "visually-hidden"}>
      <Field field={field} label="Leave this empty">
        {(control) => (
          <input
            {...control}
            className="input"
            tabIndex={isFilledIn ? undefined : -1}
            autoComplete="off"
          />
        )}
      </Field>
    </div>
  );
}

type BeenHereProps = {
  field: FieldState;
  isOpen: boolean;
};

function BeenHereBefore({ field, isOpen }: BeenHereProps) {
  const { pathname, search } = useLocation();
  return (
    <details
      className="been-here"
      open={isOpen || field.errors !== undefined || field.initialValue !== undefined}
    >
      <summary>Been here before? Post as yourself</summary>
      <div className="been-here-body">
        <RecoveryCodeField
          field={field}
          hint="With it you are signed in, and post under the handle above."
          optional
        />
        <p>
          Or <Link to={paths.signIn(pathname + search)}>sign in first</Link>, and come back to an
          empty form.
        </p>
      </div>
    </details>
  );
}

type CodeProps = { field: FieldState; hint: string; optional?: boolean };

export function RecoveryCodeField({ field, hint, optional = false }: CodeProps) {
  return (
    <Field field={field} label="Recovery code" hint={hint} optional={optional}>
      {(control) => (
        <input
          {...control}
          className="input input-middle code-input"
          size={28}
          autoComplete="current-password"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
