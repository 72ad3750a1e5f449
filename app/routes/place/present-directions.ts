import { writtenAddress } from "#app/domain/places/address.ts";
import type { PlacePage } from "#app/domain/places/place-page.server.ts";

/** To its spot on the map, or, where that is not known, to its address. A street alone is in many towns. */
export function presentDirections({ name, street, postcode, index }: PlacePage) {
  const { latitude, longitude } = index;
  if (latitude === null || longitude === null) {
    if (postcode === null) return undefined;
    const address = encodeURIComponent(writtenAddress({ street, postcode }));
    return {
      openStreetMap: `https://www.openstreetmap.org/search?query=${address}`,
      phone: `geo:0,0?q=${address}`,
    };
  }
  const spot = `${toMetre(latitude)},${toMetre(longitude)}`;
  return {
    openStreetMap: `https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot&to=${spot}`,
    phone: `geo:${spot}?q=${spot}(${encodeURIComponent(name)})`,
  };
}

/** Five decimals of a degree are about a metre. */
function toMetre(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
