/** The site's default position. */
export const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
