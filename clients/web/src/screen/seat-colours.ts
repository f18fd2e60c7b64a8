// The colours of seats at a table, in the order of `SeatPlan.offsets`; each with its own shape.
//
// Their names are in the dictionaries.

export interface SeatColour {
  readonly colour: string;
  /** An SVG path in a square of 24. */
  readonly shape: string;
}

export const seatColours: readonly SeatColour[] = [
  { colour: '#70bff5', shape: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z' },
  { colour: '#ff8a80', shape: 'M3 3h18v18H3z' },
  { colour: '#79df1b', shape: 'M12 2l11 20H1z' },
  { colour: '#ffe066', shape: 'M12 1l11 11l-11 11L1 12z' },
  { colour: '#c4b5fd', shape: 'M12 22L1 2h22z' },
  { colour: '#ffb057', shape: 'M9 2h6v7h7v6h-7v7H9v-7H2V9h7z' },
  { colour: '#ffffff', shape: 'M7 2h10l6 10l-6 10H7L1 12z' },
  { colour: '#7ee8e0', shape: 'M12 1l3 8h8l-6 5l2 9l-7-5l-7 5l2-9l-6-5h8z' },
];
