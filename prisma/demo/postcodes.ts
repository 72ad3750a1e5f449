/** Where the demo's postcodes are: metres north and east of the campus. Two are missing, whose places nobody can find. */
export const demoPostcodes: Record<string, [north: number, east: number]> = {
  "N0 1AB": [130, 90],
  "N0 1UX": [-520, 410],
  "N0 2LB": [-210, -160],
  "N0 2PA": [240, -190],
  "N0 3HP": [60, -330],
  "N0 3RR": [-400, -280],
  "N0 3RT": [-310, -390],
  "N0 4BA": [-90, 170],
  "N0 4SR": [390, 260],
  "N0 5DY": [-820, -330],
  "N0 5TE": [480, -420],
  "N0 6BX": [-60, 640],
  "N0 6PP": [610, 90],
  "N0 8WH": [-640, 60],
  "N0 9BB": [180, 880],
};
