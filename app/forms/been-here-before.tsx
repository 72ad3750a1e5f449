import { Link, useLocation } from "react-router";
import { paths } from "#app/paths.ts";
import type { FieldState } from "./field.tsx";
import { RecoveryCodeField } from "./recovery-code-field.tsx";

type Props = {
  field: FieldState;
  /** Unfold it from the start, since it may be what is missing. */
  isOpen: boolean;
};

/** Lets a member whom this browser does not know post as themselves, without leaving the form. */
export function BeenHereBefore({ field, isOpen }: Props) {
  const { pathname, search } = useLocation();
  return (
    <details
      className="been-here"
      open={isOpen || field.errors !== undefined || Boolean(field.initialValue)}
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
