/** The postcode is null where nobody has said it. */
export type Address = { street: string; postcode: string | null };

export function writtenAddress({ street, postcode }: Address): string {
  return postcode === null ? street : `${street}, ${postcode}`;
}
