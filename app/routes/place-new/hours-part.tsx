import { Field, type FieldState } from "#app/forms/field.tsx";

type Props = { fields: Record<"everyDay" | "weekdays" | "saturday" | "sunday", FieldState> };

export function HoursPart({ fields }: Props) {
  const { everyDay, weekdays, saturday, sunday } = fields;
  const isUnfolded = [weekdays, saturday, sunday].some(
    ({ initialValue, errors }) => initialValue || errors,
  );
  return (
    <div className="hours-part">
      <Field field={everyDay} label="When is it open?" hint="Every day, like 8am to 5pm" optional>
        {(control) => <input {...control} className="input" />}
      </Field>
      <details className="weekdays" open={isUnfolded || undefined}>
        <summary>Not every day the same</summary>
        <div className="weekday-fields">
          {DAYS.map(({ name, label }) => (
            <Field key={name} field={fields[name]} label={label} hint="Or closed" optional>
              {(control) => <input {...control} className="input" />}
            </Field>
          ))}
        </div>
      </details>
    </div>
  );
}

const DAYS = [
  { name: "weekdays", label: "Monday to Friday" },
  { name: "saturday", label: "Saturday" },
  { name: "sunday", label: "Sunday" },
] as const;
