import { jsonReady } from "../words/json-ready";
import { distributionBrand } from "./distribution";

const inspect: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** What every distribution of ours shares: the brand, and that it prints itself as the call that makes it. */
export abstract class Described {
  get [distributionBrand](): true {
    return true;
  }

  abstract readonly family: string;

  /** Names and values in the order of the factory. */
  abstract get parameters(): Readonly<Record<string, unknown>>;

  toString(): string {
    const list = Object.entries(this.parameters).map(([name, value]) => `${name}=${text(value)}`);
    return `${this.family}(${list.join(", ")})`;
  }

  /** For JSON.stringify, which knows no ∞: "∞" instead, as of an end of a truncated distribution. */
  toJSON(): unknown {
    return jsonReady({ ...this });
  }

  [inspect](): string {
    return this.toString();
  }
}

function text(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const shown = value.slice(0, 8).map(text);
  return `[${(value.length > 8 ? [...shown, "…"] : shown).join(", ")}]`;
}
