import { Field, type FieldState } from "./field.tsx";

type Props = {
  field: FieldState;
  /** The handle of the member who is signed in, if any. */
  author: string | undefined;
};

/** Asks who posts, once: a newcomer chooses a handle, and a member sees theirs. */
export function AuthorField({ field, author }: Props) {
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
    <Field
      field={field}
      label="Your handle"
      hint="What people here call you, 2 to 30 characters. It stands beside what you write. This browser is remembered, so you are asked only once."
    >
      {(control) => <input {...control} className="input input-middle" autoComplete="nickname" />}
    </Field>
  );
}
