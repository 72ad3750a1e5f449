import { use } from "react";
import { BeenHereBefore } from "./been-here-before.tsx";
import { Field, type FieldState } from "./field.tsx";
import { NewcomerContext } from "./newcomer-context.ts";

export type AuthorFields = Record<"handle" | "recoveryCode" | "joinCode" | "homepage", FieldState>;

type Props = {
  fields: AuthorFields;
  /** The handle of the member who is signed in, if any. */
  author: string | undefined;
};

/** Asks who posts, once: a newcomer chooses a handle, and a member sees theirs. */
export function AuthorField({
  fields: { handle, recoveryCode, joinCode, homepage },
  author,
}: Props) {
  const { asksJoinCode } = use(NewcomerContext);
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
        hint="What people here call you, 2 to 30 characters. It stands beside what you write. This browser is remembered, so you are asked only once."
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

/** Programs fill in everything that they find. People do not see it, unless something of theirs has filled it in. */
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
