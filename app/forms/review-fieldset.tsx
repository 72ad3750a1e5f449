import { PRICE_KINDS } from "#app/domain/reviews/price.ts";
import { RATINGS } from "#app/domain/reviews/rating.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { shortDay } from "#app/domain/text/dates.ts";
import { Stars } from "#app/ui/stars.tsx";
import { ChoiceGroup, Field, type FieldState } from "./field.tsx";

type OpinionProps = {
  fields: Record<"rating" | "body", FieldState>;
  /** Where the heading asks how it was already. */
  isHeaded?: boolean;
  question: string;
  hint: string;
};

export function OpinionFieldset({ fields, isHeaded = false, question, hint }: OpinionProps) {
  return (
    <>
      <ChoiceGroup
        field={fields.rating}
        type="radio"
        legend="How was it?"
        hidesLegend={isHeaded}
        className="choices choices-rows"
        choices={RATINGS.map(({ rating, words }) => ({
          value: String(rating),
          label: (
            <>
              <Stars filled={rating} />
              <span>
                <span className="visually-hidden">{rating}: </span>
                {capitalised(words)}
              </span>
            </>
          ),
        }))}
      />
      <Field field={fields.body} label={question} hint={hint}>
        {(control) => <textarea {...control} className="input" rows={2} />}
      </Field>
    </>
  );
}

type VisitProps = {
  fields: Record<"dish" | "price" | "priceKind" | "visitedOn", FieldState>;
  /** An ISO date in London: no visit is later. */
  today: string;
};

export function VisitFieldset({ fields, today }: VisitProps) {
  return (
    <>
      <Field field={fields.dish} label="What did you have?" optional>
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field
        field={fields.price}
        label="What did it cost?"
        hint="In pounds, for one person, like 6.50"
        optional
      >
        {(control) => <input {...control} className="input input-short" inputMode="decimal" />}
      </Field>
      <ChoiceGroup
        field={withGuess(fields.priceKind)}
        type="radio"
        legend="What was the price for?"
        hint="“Under £8” counts meals only."
        className="choices choices-inline"
        choices={[
          ...PRICE_KINDS.map(({ kind, words }) => ({ value: kind, label: capitalised(words) })),
          { value: "", label: "Guess from what I had" },
        ]}
      />
      <Field
        field={fields.visitedOn}
        label="When were you there?"
        hint={`Like ${shortDay(today)}, or yesterday`}
        optional
      >
        {(control) => <input {...control} className="input input-short" />}
      </Field>
    </>
  );
}

export function ReviewFieldset({ fields, today }: Pick<OpinionProps, "fields"> & VisitProps) {
  return (
    <>
      <OpinionFieldset
        fields={fields}
        question="What was it like?"
        hint="A sentence will do: what to order, when to go. Up to two web addresses; none in your first post."
      />
      <VisitFieldset fields={fields} today={today} />
    </>
  );
}

/** Unless they say, it is guessed. */
function withGuess({ id, name, errors, initialValue = "" }: FieldState): FieldState {
  return { id, name, errors, initialValue };
}
