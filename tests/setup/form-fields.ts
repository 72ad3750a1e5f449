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
