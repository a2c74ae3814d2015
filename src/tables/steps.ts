/** What is done of a comparison's queries, and what is being asked: "3/16: cells of price". */
export interface TableProgress {
  readonly done: number;
  readonly total: number;
  readonly step: string;
}

/** Counts the steps of a comparison, and tells each as it begins. */
export class Steps {
  private done = 0;

  constructor(
    private total: number,
    private readonly tell: (progress: TableProgress) => void = () => undefined,
  ) {}

  begin(step: string): void {
    // Columns that are asked once more, one by one, are more steps than there seemed to be.
    this.total = Math.max(this.total, this.done + 1);
    this.tell({ done: this.done, total: this.total, step });
    this.done++;
  }
}
