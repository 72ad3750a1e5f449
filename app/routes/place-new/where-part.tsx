import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useState } from "react";
import { Form, Link } from "react-router";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { PositionFieldset } from "#app/forms/position-fieldset.tsx";
import { unknownPostcode } from "#app/forms/say-where.ts";
import { DraftNotice, useDraft } from "#app/forms/use-draft.tsx";
import { WhereFieldset } from "#app/forms/where-fieldset.tsx";
import { paths } from "#app/paths.ts";
import { type TypedWhere, whereForm } from "./where-form.ts";

type Props = {
  siteName: string;
  campus: Position;
  draftOwner: string | undefined;
  typed: TypedWhere;
  result?: SubmissionResult<string[]> | undefined;
  /** Where the place is known by name, and nobody knows where its postcode is. */
  asksPosition?: boolean;
  /** The answer to "is it one of these?", which goes on with the form. */
  isDifferent?: boolean;
};

/** It is sent by GET, so that going back and sharing work. */
export function WherePart(props: Props) {
  const { siteName, campus, typed, result, asksPosition = false, isDifferent = false } = props;
  const [attempts, setAttempts] = useState(0);
  const draft = useDraft({ owner: props.draftOwner, isGivenBack: result !== undefined });
  const [form, fields] = useForm({
    id: "place",
    lastResult: result,
    defaultValue: typed,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: whereForm(campus) }),
    shouldRevalidate: "onSubmit",
  });
  const { onSubmit, ...formProps } = getFormProps(form);
  const asked = [
    fields.name,
    fields.street,
    fields.postcode,
    fields.position,
    fields.approximateWalk,
  ];
  const problems = asked.flatMap(({ id, errors }) =>
    errors?.[0] ? [{ controlId: id, message: errors[0] }] : [],
  );
  const saysPosition = typed.position !== undefined || typed.approximateWalk !== undefined;
  const heading = asksPosition ? "Where is it?" : "Recommend a place";
  const title = `${heading} · ${siteName}`;
  return (
    <div className="form-screen form-step">
      <title>{problems.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary problems={problems} attempt={attempts} />
      <header className="prose">
        <p className="step-of soft">1 of 2</p>
        <h1>{heading}</h1>
        <p className="soft">
          {asksPosition
            ? `${unknownPostcode(typed.postcode || null)} Say where it is, exactly or roughly, so that people find it by how far it is to walk. With “Not sure” its walk is unknown until somebody says.`
            : "Which place is it? Then say what you thought of it: half a minute in all."}
        </p>
      </header>
      <DraftNotice notice={draft.notice} />
      <Form
        className="form"
        action={paths.newPlace}
        {...formProps}
        {...draft.formProps}
        onSubmit={(event) => {
          onSubmit(event);
          setAttempts((count) => count + 1);
        }}
      >
        {isDifferent && <input type="hidden" name="differentPlace" value="yes" />}
        {asksPosition ? (
          [fields.name, fields.street, fields.postcode].map(({ name, initialValue }) => (
            <input key={name} type="hidden" name={name} value={initialValue} />
          ))
        ) : (
          <WhereFieldset fields={fields} />
        )}
        {(asksPosition || saysPosition) && <PositionFieldset fields={fields} />}
        <div className="actions">
          <button type="submit" className="button">
            Continue
          </button>{" "}
          {asksPosition && <Link to={paths.newPlaceWhere(typed)}>Change what you typed</Link>}
        </div>
      </Form>
    </div>
  );
}
