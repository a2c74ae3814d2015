// In the kernel's process: how many jobs of the thread pool that cells gave to crypto and zlib are not done yet. The
// process tells of files and names that are looked up, but of none of these.
const { syncBuiltinESMExports } = require("node:module");

let pending = 0;

/** `work`, counted from its call to that of the callback it is given last. */
function counted(work) {
  const counting = function (...args) {
    const callback = args.at(-1);
    if (new.target || typeof callback !== "function") return Reflect.apply(work, this, args);
    let isDone = false;
    const done = () => {
      if (!isDone) pending--;
      isDone = true;
    };
    args[args.length - 1] = function (...answer) {
      done();
      return Reflect.apply(callback, this, answer);
    };
    pending++;
    try {
      return Reflect.apply(work, this, args);
    } catch (error) {
      done(); // its arguments were wrong: it did not begin
      throw error;
    }
  };
  // Its name, its length, what promisify takes in its place.
  const { prototype: _, ...own } = Object.getOwnPropertyDescriptors(work);
  return Object.defineProperties(counting, own);
}

exports.countPoolJobs = function countPoolJobs() {
  for (const module of [require("node:crypto"), require("node:zlib")]) {
    // Classes, and what makes objects, keep what they are.
    for (const [name, { value, writable }] of Object.entries(
      Object.getOwnPropertyDescriptors(module),
    ))
      if (
        writable &&
        typeof value === "function" &&
        /^(?!create)[a-z]/.test(name) &&
        !/Sync$/.test(name)
      )
        module[name] = counted(value);
  }
  syncBuiltinESMExports();
};

exports.pendingPoolJobs = () => pending;
