import { type DefaultValue, getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useState } from "react";
import type { FieldState } from "./field.tsx";
import type { Authored, FormSchema } from "./form-schema.ts";
import type { ComparedField } from "./form-screen.tsx";
import type { FormReply } from "./refusals.ts";

type Opened<Input> = {
  siteName: string;
  asksJoinCode: boolean;
  token: string;
  author?: string | undefined;
  draftOwner?: string | undefined;
  opened?: DefaultValue<Input> | undefined;
  /** See versionField. */
  version?: string | undefined;
  isLocked?: boolean;
};

type Options<Loaded, Output extends Authored, Input> = {
  loaderData: Loaded;
  actionData?: FormReply | undefined;
  schema: FormSchema<Output, Input>;
  labels?: ComparedField[];
  id?: string;
};

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
    authorFields:
      "joinCode" in schema.shape
        ? authorFields(id, form.allErrors, last.result?.initialValue)
        : undefined,
    problems: [...ofFields, ...ofForm],
    formProps: getFormProps(form),
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

/** @param typed what was sent last: unlike the form's state it tells what was emptied from what was never there */
function authorFields(
  formId: string,
  errors: Record<string, string[]>,
  typed: Record<string, unknown> | null | undefined,
) {
  const field = (name: string): FieldState => ({
    id: `${formId}-${name}`,
    name,
    errors: errors[name],
    initialValue: typed?.[name],
  });
  return {
    handle: field("handle"),
    recoveryCode: field("recoveryCode"),
    joinCode: field("joinCode"),
    homepage: field("homepage"),
  };
}

/** React Router drops action data when a link within the page is followed, such as from an error to its field. */
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
