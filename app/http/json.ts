/** A value on its way from a loader to its component, as one text. The second field is never there: it names the type. */
export type Json<Value> = { json: string; value?: Value };

/**
 * What a loader returns that has a lot of small parts. React Router's own format numbers each of them, which makes the
 * hydration data of a list nearly twice as long when it is compressed. Only for what JSON can say: no dates, no maps.
 */
export function toJson<Value>(value: Value): Json<Value> {
  return { json: JSON.stringify(value) };
}

/** The value again. */
export function ofJson<Value>({ json }: Json<Value>): Value {
  return JSON.parse(json);
}
