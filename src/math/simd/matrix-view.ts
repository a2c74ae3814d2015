/** A matrix as it lies in memory: entry k of row i at i·rowStep + k·depthStep, so that a transpose need not be written out. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly rowStep: number;
  readonly depthStep: number;
}

/** How large a product A·Bᵀ is: A has rows × depth entries, B columns × depth. */
export interface ProductSize {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}
