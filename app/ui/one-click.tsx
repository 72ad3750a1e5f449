import type { ReactNode } from "react";
import { Form } from "react-router";

type Props = {
  action: string;
  fields: Record<string, string>;
  className?: string;
  /** Whether what it does is done: it then takes that back. */
  isOn?: boolean;
  children: ReactNode;
};

/** Must be safe to post twice: on a page cached for everybody it has no token. */
export function OneClick({ action, fields, className = "", isOn = false, children }: Props) {
  return (
    <Form method="post" action={action} className="one-click">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button
        type="submit"
        className={`button button-quiet button-small ${className}`.trim()}
        data-on={isOn || undefined}
      >
        {children}
      </button>
    </Form>
  );
}
