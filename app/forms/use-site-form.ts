import { type DefaultValue, getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useState } from "react";
import type { FieldState } from "./field.tsx";
import type { Authored, FormSchema } from "./form-schema.ts";
import type { ComparedField } from "./form-screen.tsx";
import type { FormReply } from "./refusals.ts";

/** What the loader of a form's screen returns at least: see openForm. */
type Opened<Input> = {
  siteName: string;
  asksJoinCode: boolean;
  token: string;
  author?: string | undefined;
  /** What the fields start with. */
  opened?: DefaultValue<Input> | undefined;
  /** When what the form changes was last changed. */
  version?: string | undefined;
  /** Whether it is about a place that a moderator has locked. */
  isLocked?: boolean;
};

type Options<Loaded, Output extends Authored, Input> = {
  loaderData: Loaded;
  actionData?: FormReply | undefined;
  schema: FormSchema<Output, Input>;
  /** What to call the fields where two versions of them are compared. */
  labels?: ComparedField[];
  /** The id of the form's element, by which its fields' ids begin. */
  id?: string;
};

/** A screen's form: what its loader returned, as the last answer to it has changed that, and the state of its fields. */
export function useSiteForm<
  Output extends Authored,
  Input extends Record<string, unknown>,
  Loaded extends Opened<Input>,
>(options: Options<Loaded, Output, Input>) {
  const { loaderData, actionData, labels = [], id = "form" } = options;
  const last = useLastResult(loaderData, actionData);
  const schema = options.schema({ needsHandle: last.author === undefined });
  const [form, fields] = useForm<Input, Output>({
    id,
    lastResult: last.result,
    defaultValue: last.opened,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  const ofFields = Object.keys(schema.shape).flatMap((name) => {
    const message = form.allErrors[name]?.[0];
    return message === undefined ? [] : [{ controlId: `${id}-${name}`, message }];
  });
  const ofForm = (form.errors ?? []).map((message) => ({ controlId: undefined, message }));
  return {
    ...last,
    version: versionOf(last),
    fields,
    labels,
    /** Who posts, on a form by which anybody may. */
    authorFields: "joinCode" in schema.shape ? authorFields(id, form) : undefined,
    /** The first problem of each field, then those of the whole. */
    problems: [...ofFields, ...ofForm],
    formProps: getFormProps(form),
    /** Another answer is another attempt. */
    reply: actionData,
  };
}

/** A form that is given back keeps the version that it was opened with, unless it says what was changed since. */
function versionOf({
  version,
  changed,
  result,
}: Partial<FormReply> & { version?: string | undefined }) {
  if (changed) return changed.version;
  if (version === undefined || !result?.initialValue) return version;
  const typed = result.initialValue.version;
  return typeof typed === "string" ? typed : "";
}

type FormState = {
  allErrors: Record<string, string[]>;
  initialValue?: Record<string, unknown> | null | undefined;
};

function authorFields(formId: string, { allErrors, initialValue }: FormState) {
  const field = (name: string): FieldState => ({
    id: `${formId}-${name}`,
    name,
    errors: allErrors[name],
    initialValue: initialValue?.[name],
  });
  return {
    handle: field("handle"),
    recoveryCode: field("recoveryCode"),
    joinCode: field("joinCode"),
    homepage: field("homepage"),
  };
}

/**
 * What the server last answered to a form. React Router forgets it as soon as a link within the page is followed, such
 * as one from the error summary to its field, and what the answer brought would vanish from the form. What a later answer
 * does not say, such as one that never came, stays as it was.
 * @param loaderData what the form started with
 */
export function useLastResult<Loaded extends object, Reply extends object>(
  loaderData: Loaded,
  actionData: Reply | undefined,
): Loaded & Partial<Reply> {
  const [kept, setKept] = useState<{ last: Reply | undefined; all: Partial<Reply> }>({
    last: actionData,
    all: actionData ?? {},
  });
  if (actionData === undefined || actionData === kept.last) return { ...loaderData, ...kept.all };
  const all = { ...kept.all, ...actionData };
  setKept({ last: actionData, all });
  return { ...loaderData, ...all };
}
