import { checkOptions } from "../words/check-options";
import { callable, list } from "../words/option-kinds";
import { type DisplayAdapter, deliver, kernelAdapters, textAdapter } from "./adapters";
import { type Displayable, isDisplayable, mimeBundle } from "./mime";

/**
 * Displays a Figure, Report or other displayable value in the running cell; elsewhere prints its text.
 *
 * @param value what to show
 * @param options `adapters`: where to show it, first that accepts (default: tslab, Deno, the console)
 * @throws TypeError if `value` has nothing to show
 *
 * @example
 * show(figures.pmfPair([0.5, 0.5], [0.9, 0.1]), { adapters: [() => true] }); // undefined
 */
export function show(
  value: Displayable,
  options: { readonly adapters?: readonly DisplayAdapter[] } = {},
): void {
  checkOptions("show", options, { adapters: list(callable) });
  if (!isDisplayable(value)) {
    throw new TypeError(
      "show: value 不是图、报告或推导；普通值写在单元末尾即可 / value is no Figure, Report or Derivation; put plain values at the end of the cell",
    );
  }
  const adapters = options.adapters ?? [
    ...kernelAdapters(),
    textAdapter((text) => console.log(text)),
  ];
  deliver({ data: value[mimeBundle]() }, adapters);
}
