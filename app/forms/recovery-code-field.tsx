import { Field, type FieldState } from "./field.tsx";

type Props = { field: FieldState; hint: string; optional?: boolean };

/** Asks for a recovery code. It is shown as it is typed: it is long, and mistakes are to be seen. */
export function RecoveryCodeField({ field, hint, optional = false }: Props) {
  return (
    <Field field={field} label="Recovery code" hint={hint} optional={optional}>
      {(control) => (
        <input
          {...control}
          className="input input-middle code-input"
          size={28}
          autoComplete="current-password"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
