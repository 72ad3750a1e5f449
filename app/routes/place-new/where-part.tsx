import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useState } from "react";
import { Form } from "react-router";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { DraftNotice, useDraft } from "#app/forms/use-draft.tsx";
import { WhereFieldset } from "#app/forms/where-fieldset.tsx";
import { paths } from "#app/paths.ts";
import { type TypedWhere, whereForm } from "./where-form.ts";

type Props = {
  siteName: string;
  draftOwner: string | undefined;
  typed: TypedWhere;
  result: SubmissionResult<string[]> | undefined;
};

/** It is sent by GET, so that going back and sharing work. */
export function WherePart({ siteName, draftOwner, typed, result }: Props) {
  const [attempts, setAttempts] = useState(0);
  const draft = useDraft({ owner: draftOwner, isGivenBack: result !== undefined });
  const [form, fields] = useForm({
    id: "place",
    lastResult: result,
    defaultValue: typed,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: whereForm }),
    shouldRevalidate: "onSubmit",
  });
  const { onSubmit, ...formProps } = getFormProps(form);
  const problems = [fields.name, fields.street, fields.postcode].flatMap(({ id, errors }) =>
    errors?.[0] ? [{ controlId: id, message: errors[0] }] : [],
  );
  const title = `Recommend a place · ${siteName}`;
  return (
    <div className="form-screen">
      <title>{problems.length > 0 ? `Error: ${title}` : title}</title>
      <ErrorSummary problems={problems} attempt={attempts} />
      <header className="prose">
        <h1>Recommend a place</h1>
        <p className="soft">
          Which place is it? Then say what you thought of it: half a minute in all.
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
        <WhereFieldset fields={fields} />
        <div className="actions">
          <button type="submit" className="button">
            Continue
          </button>
        </div>
      </Form>
    </div>
  );
}
