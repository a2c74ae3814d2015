/** How hard a number is worked for; two of them tell how far it may be off. */
export interface Quality {
  readonly name: "fine" | "coarse";
  readonly tolerance: number;
  readonly maxPanels: number;
  /** Where a distribution's mass is marked. */
  readonly levels: readonly number[];
  /** The width, relative to the grid's, to which an optimum is narrowed. */
  readonly optimum: number;
}

export const fine: Quality = {
  name: "fine",
  tolerance: 1e-12,
  maxPanels: 400,
  levels: [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9],
  optimum: 1e-9,
};

// Other panels, not only fewer, so that a shared blind spot is unlikely.
export const coarse: Quality = {
  name: "coarse",
  tolerance: 1e-8,
  maxPanels: 120,
  levels: [1e-7, 1e-3, 0.07, 0.37, 0.73, 0.95, 0.999, 1 - 1e-7],
  optimum: 1e-6,
};

/** A number, and how far a quadrature that ran out of panels may be off: 0 where it reached its tolerance. */
export interface Measured {
  readonly value: number;
  readonly noise?: number;
  /** ∫|f|, against which a value may be nothing but rounding. */
  readonly magnitude?: number;
}
