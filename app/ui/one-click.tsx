import type { ReactNode } from "react";
import { Form } from "react-router";

type Props = {
  /** The address that the button posts to. */
  action: string;
  /** What it sends. */
  fields: Record<string, string>;
  children: ReactNode;
};

/**
 * A form that is one quiet button. What it does must be safe to do twice: on a page that is the same for everybody it has
 * no token, unless its fields bring one.
 */
export function OneClick({ action, fields, children }: Props) {
  return (
    <Form method="post" action={action} className="one-click">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button type="submit" className="button button-quiet button-small">
        {children}
      </button>
    </Form>
  );
}
