import type { ReactNode } from "react";

/** What a control needs to know of its field: Conform's field metadata has it. */
export type FieldState = {
  id: string;
  name: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
};

type FieldProps = {
  field: FieldState;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Renders the control with the properties that tie it to its label, hint and error. */
  children: (control: ControlProps) => ReactNode;
};

type ControlProps = {
  id: string;
  name: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
  defaultValue: string | undefined;
};

/** A labelled control with its hint and, beside it, what is wrong with it. */
export function Field({ field, label, hint, optional = false, children }: FieldProps) {
  const error = field.errors?.[0];
  return (
    <div className={error ? "field field-invalid" : "field"}>
      <label className="label" htmlFor={field.id}>
        {label} {optional && <span className="optional">(optional)</span>}
      </label>
      {hint && (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${field.id}-error`} error={error} />
      {children({
        id: field.id,
        name: field.name,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": describedBy(field.id, hint, error),
        defaultValue: typeof field.initialValue === "string" ? field.initialValue : undefined,
      })}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="field-error" id={id}>
      <span className="visually-hidden">Error: </span>
      {error}
    </p>
  );
}

/** The ids of the hint and the error that describe a control, for aria-describedby. */
export function describedBy(
  id: string,
  hint: ReactNode,
  error: string | undefined,
): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
