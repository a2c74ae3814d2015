// In the kernel's process: tslab lets a cell await, but sees that only where `await` stands before a value; a cell
// whose one await is a loop's, `for await (… of …)`, ran as no async function and was refused as a SyntaxError.
const { Script } = require("node:vm");

const compiles = (prefix, code) => {
  try {
    return Boolean(new Script(`(${prefix}function(exports, require) { ${code}\n})`));
  } catch {
    return false;
  }
};

/** Whether the JavaScript of a cell can run as an async function alone, for a loop of its own that awaits. */
exports.loopsAwait = (code) =>
  /\bfor\s+await\b/.test(code) && !compiles("", code) && compiles("async ", code);

/** Lets `createExecutor` of tslab's executor.js run such cells. */
exports.allowForAwait = function allowForAwait(executor) {
  const { createExecutor } = executor;
  if (typeof createExecutor !== "function") throw new Error("tslab has no createExecutor");
  executor.createExecutor = (rootDir, convs, console) => {
    const { node } = convs;
    const convert = node.convert;
    node.convert = (...given) => {
      const converted = convert.apply(node, given);
      const { output, hasToplevelAwait } = converted;
      return output && !hasToplevelAwait && exports.loopsAwait(output)
        ? { ...converted, hasToplevelAwait: true }
        : converted;
    };
    return createExecutor(rootDir, convs, console);
  };
};
