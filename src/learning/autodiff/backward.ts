import { filled, type Tensor } from "../tensors/tensor";
import { add } from "./arithmetic";
import { withoutRecord } from "./recorded";

export interface Gradients {
  /** One a variable, of its shape. */
  readonly gradients: Tensor[];
  /** Whether the output depends on a variable that is not among these: another derivative is under way around this one. */
  readonly isNested: boolean;
}

/**
 * The gradients of g·output in the variables, by a walk back over how the output was made.
 *
 * Not nested, and not to be differentiated again, the vector-Jacobian products get inputs without records, so that they
 * record nothing; else their work is recorded, and is differentiated as any other.
 */
export function backward(
  output: Tensor,
  variables: readonly Tensor[],
  { g = filled(output.shape, 1), again = false }: { g?: Tensor; again?: boolean } = {},
): Gradients {
  const made = madeFrom(output, variables);
  const dependent = new Set<Tensor>(variables);
  let isNested = variables.some((variable) => parentsOf(variable).length > 0);
  for (const each of made) {
    if (parentsOf(each).some((parent) => dependent.has(parent))) dependent.add(each);
    else if (!dependent.has(each)) isNested = true;
  }
  const seen = isNested || again ? (x: Tensor): Tensor => x : withoutRecord;
  const found = new Map<Tensor, Tensor>([[output, g]]);
  const ends = new Set(variables);
  for (let at = made.length - 1; at >= 0; at--) {
    const each = made[at];
    const gradient = found.get(each);
    if (!gradient || ends.has(each) || !dependent.has(each)) continue;
    found.delete(each); // no longer needed: a chain holds one gradient at a time
    const inputs = parentsOf(each).map(seen);
    const seenOutput = seen(each);
    parentsOf(each).forEach((parent, which) => {
      if (!dependent.has(parent)) return;
      const part = each.record?.vjps[which](gradient, inputs, seenOutput) ?? gradient;
      const sum = found.get(parent);
      found.set(parent, sum ? add(sum, part) : part);
    });
  }
  const gradients = variables.map((variable) => found.get(variable) ?? filled(variable.shape, 0));
  return { gradients, isNested };
}

const parentsOf = ({ record }: Tensor): readonly Tensor[] => record?.parents ?? [];

/**
 * The recorded tensors behind the output, each after those it was made from, as far as the variables. A stack of our own:
 * chains may be longer than that of calls.
 */
function madeFrom(output: Tensor, variables: readonly Tensor[]): Tensor[] {
  const ends = new Set(variables);
  const entered = new Set<Tensor>();
  const left = new Set<Tensor>();
  const stack = output.record ? [output] : [];
  while (stack.length > 0) {
    const each = stack[stack.length - 1];
    if (!entered.has(each)) {
      entered.add(each);
      const parents = ends.has(each) ? [] : parentsOf(each);
      for (const parent of parents) if (parent.record && !entered.has(parent)) stack.push(parent);
    } else {
      stack.pop();
      left.add(each);
    }
  }
  return [...left];
}
