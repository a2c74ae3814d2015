import { valueError } from "../../words/errors";
import { shortNumber } from "../../words/number-text";
import { leavesLike, leavesOf, type Parameters, withLeaves } from "../tensors/leaves";
import { type Tensor, Tensor as TensorOf } from "../tensors/tensor";

/** Where training has come to: the parameters, after `steps` steps. Pure: a step makes a new state. */
export interface OptimizerState<P extends Parameters> {
  readonly parameters: P;
  readonly steps: number;
  /** What the method remembers, an array a tensor. @internal */
  readonly memory: readonly (readonly Float64Array[])[];
  /** Whether a step may write over that memory: see `heldAlone`. @internal */
  readonly isHeldAlone?: boolean;
}

/** A rule that follows a gradient downhill, made by `sgd` or `adam`. */
export interface Optimizer {
  /** The state before the first step. */
  start<P extends Parameters>(parameters: P): OptimizerState<P>;
  /** The state after a step against the gradient; `value`, where given, is looked at as well. */
  step<P extends Parameters>(
    state: OptimizerState<P>,
    gradient: P,
    value?: Tensor | number,
  ): OptimizerState<P>;
}

/**
 * New parameters of one tensor from its old ones, the gradient, and what is remembered; what is new is written to `out`. What
 * is remembered may be written to where it was: entry by entry.
 */
export type Update = (
  x: Float64Array,
  g: Float64Array,
  old: readonly Float64Array[],
  out: {
    readonly x: Float64Array;
    readonly memory: readonly Float64Array[];
    readonly steps: number;
  },
) => void;

/** @param memories how many arrays of the parameters' sizes the rule remembers */
export function optimizerOf(
  caller: string,
  rate: number,
  memories: number,
  update: Update,
): Optimizer {
  return {
    start(parameters) {
      const leaves = leavesOf(caller, parameters);
      const memory = leaves.map(({ data }) =>
        Array.from({ length: memories }, () => new Float64Array(data.length)),
      );
      return { parameters: withLeaves(parameters, leaves), steps: 0, memory };
    },
    step(state, gradient, value) {
      const steps = state.steps + 1;
      const old = leavesOf(caller, state.parameters);
      const slopes = leavesLike(caller, state.parameters, gradient);
      const loss = typeof value === "object" ? value.item() : value;
      if (loss !== undefined && !Number.isFinite(loss)) throw diverged(caller, steps, rate, loss);
      const memory: Float64Array[][] = [];
      const leaves = old.map(({ data, shape }, which) => {
        const g = slopes[which].data;
        const x = new Float64Array(data.length);
        const next = state.memory[which].map((old) =>
          state.isHeldAlone ? old : new Float64Array(old.length),
        );
        update(data, g, state.memory[which], { x, memory: next, steps });
        for (let i = 0; i < x.length; i++)
          if (!(Math.abs(x[i]) <= Number.MAX_VALUE)) throw diverged(caller, steps, rate, x[i]);
        memory.push(next);
        return new TensorOf(x, shape);
      });
      return { ...state, parameters: withLeaves(state.parameters, leaves), steps, memory };
    },
  };
}

/** The state of a training that gives out its parameters alone, and goes on from each state once: its memory is used again. */
export const heldAlone = <P extends Parameters>(state: OptimizerState<P>): OptimizerState<P> => ({
  ...state,
  isHeldAlone: true,
});

/** What training says where it goes nowhere. */
export const diverged = (caller: string, steps: number, rate: number, found: number): RangeError =>
  valueError(
    caller,
    `第 ${steps} 步发散：出现 ${found}；学习率 ${shortNumber(rate)} 太大，请减小，或检查数据`,
    `diverged at step ${steps}: ${found} turned up; the rate ${shortNumber(rate)} is too large: make it smaller, or look at the data`,
  );
