/** The fields of a place that the form accepts, by somebody new. Override what a test is about. */
export function placeFields(overrides: Record<string, string | string[]> = {}) {
  return {
    name: "Lambda Lunch",
    street: "1 Closure Street",
    postcode: "N0 1AA",
    newCuisine: "Lunch",
    priceBand: "1",
    ...reviewFields(),
    ...overrides,
  };
}

/** The fields of a review that the form accepts, by somebody new. Override what a test is about. */
export function reviewFields(overrides: Record<string, string | string[]> = {}) {
  return { rating: "4", body: "Get the soup before noon.", handle: "ada", ...overrides };
}

/** The fields of a place's hours that the form accepts, by somebody new. Override what a test is about. */
export function hoursFields(overrides: Record<string, string> = {}) {
  return {
    weekdays: "8am to 5pm",
    saturday: "9am to 1pm",
    sunday: "closed",
    handle: "ada",
    ...overrides,
  };
}

/** The fields of what a place is good for that the form accepts, by somebody new. Override what a test is about. */
export function factsFields(overrides: Record<string, string> = {}) {
  return { vegan: "some", halal: "none", cards: "no", sockets: "yes", handle: "ada", ...overrides };
}

/** The fields of a place to be corrected that the form accepts, by somebody new. Override what a test is about. */
export function editFields(overrides: Record<string, string | string[]> = {}) {
  const place = {
    name: "Lambda Lunch",
    street: "1 Closure Street",
    postcode: "N0 1AA",
    newCuisine: "Lunch",
  };
  return { ...place, priceBand: "1", handle: "ada", ...overrides };
}
