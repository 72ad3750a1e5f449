/** A valid form for a new place, posted by a newcomer. */
export function placeFields(overrides: Record<string, string | string[]> = {}) {
  return {
    name: "Lambda Lunch",
    street: "1 Closure Street",
    postcode: "N0 1AA",
    approximateWalk: "unknown",
    newCuisine: "Lunch",
    priceBand: "1",
    ...reviewFields(),
    ...overrides,
  };
}

/** A valid review, posted by a newcomer. */
export function reviewFields(overrides: Record<string, string | string[]> = {}) {
  return { rating: "4", body: "Get the soup before noon.", handle: "ada", ...overrides };
}

/** Valid hours, posted by a newcomer. */
export function hoursFields(overrides: Record<string, string> = {}) {
  return {
    weekdays: "8am to 5pm",
    saturday: "9am to 1pm",
    sunday: "closed",
    handle: "ada",
    ...overrides,
  };
}

/** Valid diets and features, posted by a newcomer. */
export function factsFields(overrides: Record<string, string> = {}) {
  return { vegan: "some", halal: "none", cards: "no", sockets: "yes", handle: "ada", ...overrides };
}

/** A valid correction of a place, posted by a newcomer. */
export function editFields(overrides: Record<string, string | string[]> = {}) {
  const place = {
    name: "Lambda Lunch",
    street: "1 Closure Street",
    postcode: "N0 1AA",
    newCuisine: "Lunch",
  };
  return { ...place, priceBand: "1", handle: "ada", ...overrides };
}
