type Props = {
  type: "checkbox" | "radio";
  name: string;
  value: string;
  isOn: boolean;
  label: string;
  /** How many places the option would give; none is shown for options that are no filter. */
  count?: number;
};

/** One option of a filter. The spaces and the block keep it readable where there is no style sheet. */
export function FilterOption({ type, name, value, isOn, label, count }: Props) {
  return (
    <div>
      <label className="option">
        <input type={type} name={name} value={value} defaultChecked={isOn} />{" "}
        <span className="option-name">{label}</span>
        {count !== undefined && (
          <>
            {" "}
            <span className="option-count">
              {count}
              <span className="visually-hidden">{count === 1 ? " place" : " places"}</span>
            </span>
          </>
        )}
      </label>
    </div>
  );
}
