import type { ReactNode } from "react";

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
  /** Beside the label, such as what is not needed. */
  aside?: string;
  children: (control: ControlProps) => ReactNode;
};

type ControlProps = {
  id: string;
  name: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
  defaultValue: string | undefined;
};

export function Field(props: FieldProps) {
  const {
    field,
    label,
    hint,
    optional = false,
    aside = optional && "(optional)",
    children,
  } = props;
  const error = field.errors?.[0];
  return (
    <div className={error ? "field field-invalid" : "field"}>
      <label className="label" htmlFor={field.id}>
        {label} {aside && <span className="optional">{aside}</span>}
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

/** For aria-describedby. */
function describedBy(id: string, hint: ReactNode, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

type Props = {
  field: FieldState;
  type: "radio" | "checkbox";
  legend: string;
  /** Where the heading asks already. */
  hidesLegend?: boolean;
  optional?: boolean;
  hint?: ReactNode;
  choices: Choice[];
  className?: string;
  /** After the choices, in the same group. */
  children?: ReactNode;
};

type Choice = { value: string; label: ReactNode };

export function ChoiceGroup(props: Props) {
  const { field, type, legend, hint, choices, className = "choices", children } = props;
  const error = field.errors?.[0];
  const chosen = chosenValues(field.initialValue);
  return (
    <fieldset
      className={error ? "field field-invalid" : "field"}
      aria-describedby={describedBy(field.id, hint, error)}
    >
      <legend className={props.hidesLegend ? "visually-hidden" : "label"}>
        {legend} {props.optional && <span className="optional">(optional)</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${field.id}-error`} error={error} />
      <div className={className}>
        {type === "radio" && !choices.some(({ value }) => chosen.includes(value)) && (
          <NoneYet name={field.name} />
        )}
        <Choices field={field} type={type} choices={choices} />
        {children}
      </div>
    </fieldset>
  );
}

type ChoicesProps = Pick<Props, "field" | "type" | "choices"> & {
  /** Whether errors lead elsewhere than to the first of these. */
  areMore?: boolean;
};

export function Choices({ field, type, choices, areMore = false }: ChoicesProps) {
  const error = field.errors?.[0];
  const chosen = chosenValues(field.initialValue);
  return choices.map(({ value, label }, index) => (
    <div key={value}>
      <label className="choice">
        <input
          type={type}
          id={index === 0 && !areMore ? field.id : `${field.id}-${value}`}
          name={field.name}
          value={value}
          defaultChecked={chosen.includes(value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${field.id}-error` : undefined}
        />{" "}
        {label}
      </label>
    </div>
  ));
}

/** Browsers hide it. Text browsers, which do not, choose the first of such buttons by themselves. */
function NoneYet({ name }: { name: string }) {
  return (
    <div hidden>
      <label>
        <input type="radio" name={name} value="" /> Not chosen yet
      </label>
    </div>
  );
}

type RuleChoiceProps = Pick<Props, "field" | "legend" | "hint"> & {
  rules: readonly { rule: string; words: string }[];
};

export function RuleChoice({ rules, ...props }: RuleChoiceProps) {
  const choices = rules.map(({ rule, words }) => ({
    value: rule,
    label: <span className="rule-words">{words}</span>,
  }));
  return <ChoiceGroup {...props} type="radio" choices={choices} />;
}

export function chosenValues(initialValue: unknown): unknown[] {
  return Array.isArray(initialValue) ? initialValue : [initialValue];
}
