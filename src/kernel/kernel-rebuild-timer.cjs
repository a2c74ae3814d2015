// In the kernel's process: TypeScript's watch program sets a second timer when files change beside the notebook, and
// leaves one behind when it fails on a cell; tslab's stand-in for timers holds one only, refuses the next
// ("Unexpected pending rebuildTimer") and from then on refuses every cell. Whichever is set last is to hold: a
// rebuild does what the other timer was for.

/** Makes what tslab derives from TypeScript's `sys` tolerant of a timer that is pending. */
exports.tolerateTimers = function tolerateTimers(sys) {
  const { setTimeout, clearTimeout } = sys;
  const clears = new WeakMap();
  const clear = (system, timer) => {
    try {
      clears.get(system)?.call(system, timer);
    } catch {
      // another has taken its place
    }
  };
  // tslab makes an object that inherits from `sys` and assigns to it: these setters see that.
  const replace = (name, own, wrap) =>
    Object.defineProperty(sys, name, {
      configurable: true,
      get: () => own,
      set(value) {
        Object.defineProperty(this, name, { value: wrap(this, value), configurable: true });
      },
    });
  replace("setTimeout", setTimeout, (system, set) => {
    let last;
    return (...args) => {
      if (last) clear(system, last);
      last = set.apply(system, args);
      return last;
    };
  });
  replace("clearTimeout", clearTimeout, (system, original) => {
    clears.set(system, original);
    return (timer) => clear(system, timer);
  });
};
