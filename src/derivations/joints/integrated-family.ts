import { Family } from "../../distributions/family";
import { type MassTable, massTable } from "../../distributions/mass-table";
import { checkLevel } from "../../distributions/parameters";
import { integrateLine } from "../lines/integrate-line";
import { fine } from "../lines/quality";
import { sumAround } from "../lines/sum-around";

/** A distribution of which no more is known than ln p: its cdf and moments are integrals, or sums. */
export abstract class IntegratedFamily extends Family {
  #table: MassTable | undefined;

  /** Points among which the mass lies, where they are known. */
  protected marks(): readonly number[] {
    return [];
  }

  /** The density as the running mass needs it: 0 where no mass to speak of is left. */
  protected massAt(x: number): number {
    return this.prob(x);
  }

  cdf(x: number): number {
    return this.#massTable().cdf(x);
  }

  quantile(u: number): number {
    checkLevel(this.family, u);
    return this.#massTable().quantile(u);
  }

  get mean(): number {
    return this.#expect((x) => x);
  }

  get variance(): number {
    const { mean } = this;
    return this.#expect((x) => (x - mean) ** 2);
  }

  get entropy(): number {
    return this.#expect((x) => -this.logProb(x));
  }

  #expect(f: (x: number) => number): number {
    const [low, high] = this.support;
    const term = (x: number, logJacobian: number): number => {
      const weight = Math.exp(this.logProb(x) + logJacobian);
      return weight === 0 ? 0 : weight * f(x);
    };
    return this.kind === "discrete"
      ? sumAround((x) => term(x, 0), low, high, [this]).value
      : integrateLine(term, { low, high, guides: [this] }, fine).value;
  }

  #massTable(): MassTable {
    this.#table ??= massTable(
      (x) => this.massAt(x),
      this.support[0],
      this.support[1],
      this.marks(),
    );
    return this.#table;
  }
}
