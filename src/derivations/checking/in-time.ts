import type { Program } from "../compile-program";
import { setQuality } from "../evaluate/context";
import { OutOfTime } from "../evaluate/tick";
import { fine } from "../lines/quality";
import type { Trial } from "./verdict";

/** A trial, or that its time was over before it came to an end. */
export function inTime({ context }: Program, attempt: () => Trial): Trial {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    setQuality(context, fine);
    const nothing = { left: Number.NaN, right: Number.NaN, gap: Number.NaN, allowed: 0, at: [] };
    return { world: context.world.name, ...nothing, problem: { kind: "time" } };
  }
}
