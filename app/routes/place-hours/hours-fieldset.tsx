import { BANK_HOLIDAY_CHOICES, DAY_FIELDS } from "#app/domain/hours/hours-fields.ts";
import { dayName } from "#app/domain/hours/week.ts";
import { ChoiceGroup, Field, type FieldState } from "#app/forms/field.tsx";

type DayField = (typeof DAY_FIELDS)[number];

type Props = { fields: Record<DayField | "weekdays" | "bankHolidays" | "ownHours", FieldState> };

const WEEKDAY_FIELDS = DAY_FIELDS.slice(0, 5);

export function HoursFieldset({ fields }: Props) {
  const isUnfolded = WEEKDAY_FIELDS.some(
    (name) => fields[name].initialValue || fields[name].errors,
  );
  return (
    <>
      <Field
        field={fields.weekdays}
        label="Monday to Friday"
        hint="Like 8am to 5pm, noon-3pm and 6pm-11pm, or closed. A whole week that you paste here fills all days."
      >
        {(control) => <input {...control} className="input" />}
      </Field>
      <details className="weekdays" open={isUnfolded || undefined}>
        <summary>A weekday that differs</summary>
        <p className="hint">Only the days that are not as above.</p>
        <div className="weekday-fields">
          {WEEKDAY_FIELDS.map((name, index) => (
            <Field key={name} field={fields[name]} label={dayName(index + 1)} optional>
              {(control) => <input {...control} className="input" />}
            </Field>
          ))}
        </div>
      </details>
      <Field field={fields.saturday} label="Saturday">
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field field={fields.sunday} label="Sunday">
        {(control) => <input {...control} className="input" />}
      </Field>
      <ChoiceGroup
        field={fields.bankHolidays}
        type="radio"
        legend="On bank holidays"
        choices={BANK_HOLIDAY_CHOICES.map(({ value, words }) => ({ value, label: words }))}
      />
      <Field
        field={fields.ownHours}
        label="Hours on bank holidays"
        hint="Only if they are other hours"
        optional
      >
        {(control) => <input {...control} className="input" />}
      </Field>
    </>
  );
}
