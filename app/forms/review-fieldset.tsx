import { RATINGS } from "#app/domain/reviews/rating.ts";
import { shortDay } from "#app/domain/text/dates.ts";
import { Stars } from "#app/ui/stars.tsx";
import { ChoiceGroup, Field, type FieldState } from "./field.tsx";

type Props = {
  fields: Record<"rating" | "body" | "dish" | "price" | "visitedOn", FieldState>;
  /** An ISO date in London. */
  today: string;
};

export function ReviewFieldset({ fields, today }: Props) {
  return (
    <>
      <ChoiceGroup
        field={fields.rating}
        type="radio"
        legend="How was it?"
        choices={RATINGS.map(({ rating, words }) => ({
          value: String(rating),
          label: (
            <>
              <Stars filled={rating} />
              <span>
                {rating}: {words}
              </span>
            </>
          ),
        }))}
      />
      <Field
        field={fields.body}
        label="What was it like?"
        hint="A sentence will do: what to order, when to go. Up to two web addresses; none in your first post."
      >
        {(control) => <textarea {...control} className="input" rows={4} />}
      </Field>
      <Field field={fields.dish} label="What did you have?" optional>
        {(control) => <input {...control} className="input" autoComplete="off" />}
      </Field>
      <Field
        field={fields.price}
        label="What did it cost?"
        hint="In pounds, for one person, like 6.50"
        optional
      >
        {(control) => (
          <input
            {...control}
            className="input input-short"
            inputMode="decimal"
            autoComplete="off"
          />
        )}
      </Field>
      <Field
        field={fields.visitedOn}
        label="When were you there?"
        hint={`Like ${shortDay(today)}, or yesterday`}
        optional
      >
        {(control) => <input {...control} className="input input-short" autoComplete="off" />}
      </Field>
    </>
  );
}
