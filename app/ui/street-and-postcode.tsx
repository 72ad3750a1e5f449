import type { Address } from "#app/domain/places/address.ts";

export function StreetAndPostcode({ street, postcode }: Address) {
  return (
    <>
      <bdi>{street}</bdi>
      {postcode !== null && (
        <>
          , <span className="one-word">{postcode}</span>
        </>
      )}
    </>
  );
}
