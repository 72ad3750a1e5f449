import type { ReactNode } from "react";
import { describedBy, FieldError, type FieldState } from "./field.tsx";

type Props = {
  field: FieldState;
  type: "radio" | "checkbox";
  legend: string;
  hint?: ReactNode;
  choices: { value: string; label: ReactNode }[];
  className?: string;
};

/** Radio buttons or checkboxes under one question. The field's id is the first one's, where an error links to. */
export function ChoiceGroup({ field, type, legend, hint, choices, className = "choices" }: Props) {
  const error = field.errors?.[0];
  const chosen = chosenValues(field.initialValue);
  return (
    <fieldset
      className={error ? "field field-invalid" : "field"}
      aria-describedby={describedBy(field.id, hint, error)}
    >
      <legend className="label">{legend}</legend>
      {hint && (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${field.id}-error`} error={error} />
      <div className={className}>
        {choices.map(({ value, label }, index) => (
          <div key={value}>
            <label className="choice">
              <input
                type={type}
                id={index === 0 ? field.id : `${field.id}-${value}`}
                name={field.name}
                value={value}
                defaultChecked={chosen.includes(value)}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${field.id}-error` : undefined}
              />{" "}
              {label}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function chosenValues(initialValue: unknown): unknown[] {
  return Array.isArray(initialValue) ? initialValue : [initialValue];
}
