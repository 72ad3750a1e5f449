import { RATINGS } from "#app/domain/reviews/rating.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { ChoiceGroup, Field, type FieldState } from "#app/forms/field.tsx";
import { Specimens } from "./specimens.tsx";

const LONG = "The Very Verbose Enterprise Sandwich Factory, Sandwich Beans and Coffee Provider";
const RATING_CHOICES = RATINGS.map(({ rating, words }) => ({
  value: String(rating),
  label: `${rating}: ${words}`,
}));
const FEATURES = ["Sockets", "Step-free", "Seats for six"].map((label) => ({
  value: label,
  label,
}));

function field(id: string, state: { error?: string; value?: string | string[] } = {}): FieldState {
  return {
    id,
    name: id,
    errors: state.error === undefined ? undefined : [state.error],
    initialValue: state.value,
  };
}

function authorFields(prefix: string, error?: string) {
  return {
    handle: field(`${prefix}-handle`, error === undefined ? {} : { error, value: "rubber duck" }),
    recoveryCode: field(`${prefix}-code`),
    joinCode: field(
      `${prefix}-join`,
      error === undefined ? {} : { error: "Enter the joining code" },
    ),
    homepage: field(`${prefix}-homepage`),
  };
}

export function FormStates() {
  return (
    <>
      <Specimens title="Fields">
        <TextField field={field("empty")} label="Empty" />
        <TextField field={field("hint")} label="With a hint" hint="Like 8am to 5pm, or closed" />
        <TextField field={field("optional")} label="Optional" optional />
        <TextField field={field("filled", { value: LONG })} label="Filled in" />
        <TextField
          field={field("wrong-name", { error: "Enter the name of the place" })}
          label="With a problem"
          hint="As it is written above the door"
        />
        <Field field={field("text", { value: LONG })} label="Longer text">
          {(control) => <textarea {...control} className="input" rows={4} />}
        </Field>
        <Field
          field={field("wrong-text", { error: "Say in a sentence what it was like" })}
          label="Longer text with a problem"
        >
          {(control) => <textarea {...control} className="input" rows={4} />}
        </Field>
      </Specimens>
      <Specimens title="Choices">
        <ChoiceGroup
          field={field("rating", { value: "4" })}
          type="radio"
          legend="One of several"
          choices={RATING_CHOICES}
        />
        <ChoiceGroup
          field={field("wrong-rating", { error: "Choose a rating" })}
          type="radio"
          legend="With a problem"
          hint="From 1 to 5"
          choices={RATING_CHOICES}
        />
        <ChoiceGroup
          field={field("features", { value: ["Sockets"] })}
          type="checkbox"
          legend="Any of several, side by side"
          choices={FEATURES}
          className="choices choices-across"
        />
      </Specimens>
      <Specimens title="Who posts">
        <AuthorField fields={authorFields("member")} author="rubber duck" asksJoinCode={false} />
        <AuthorField fields={authorFields("newcomer")} author={undefined} asksJoinCode={false} />
        <AuthorField
          fields={authorFields("wrong", "Somebody has this handle. Choose another")}
          author={undefined}
          asksJoinCode
        />
      </Specimens>
    </>
  );
}

type TextFieldProps = { field: FieldState; label: string; hint?: string; optional?: boolean };

function TextField(props: TextFieldProps) {
  return <Field {...props}>{(control) => <input {...control} className="input" />}</Field>;
}
