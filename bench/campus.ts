/** Where generated places lie around: what the site's settings say when nobody sets them. */
export const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
