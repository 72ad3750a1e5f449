import type { FieldState } from "#app/forms/field.tsx";
import { PositionFieldset } from "#app/forms/position-fieldset.tsx";
import { WhereFieldset } from "#app/forms/where-fieldset.tsx";

type Props = {
  fields: Record<"name" | "street" | "postcode" | "position" | "approximateWalk", FieldState>;
};

/** The first step in one line. Changing it there loses nothing of the second. */
export function WhereLine({ fields }: Props) {
  const { name, street, postcode, position, approximateWalk } = fields;
  const isWrong = [name, street, postcode, position, approximateWalk].some(({ errors }) => errors);
  const isNamed = Boolean(name.initialValue && street.initialValue);
  return (
    <details className="where-line" open={isWrong || !isNamed || undefined}>
      <summary>
        {isNamed ? (
          <span>
            <strong>
              <bdi>{String(name.initialValue)}</bdi>
            </strong>
            , <bdi>{String(street.initialValue)}</bdi>
          </span>
        ) : (
          <span>Which place is it?</span>
        )}{" "}
        <span className="where-change">Change</span>
      </summary>
      <div className="folded-fields">
        <WhereFieldset fields={fields} />
        <PositionFieldset fields={fields} otherwise="Left empty, the postcode says where." />
      </div>
    </details>
  );
}
