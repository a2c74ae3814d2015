// In the kernel's process: where a runner of ours wants it, each socket binds whichever port is free, in place of the
// one that the connection file names; a port that was found free beforehand can be another program's by then.
const { renameSync, writeFileSync } = require("node:fs");

/** What tells the runner of `connection` where the sockets are. */
exports.OwnPorts = class OwnPorts {
  #file;
  #names;
  #bound = {};

  /** `connection`: the connection file's content; `file`: where to write the ports, once all are bound. */
  constructor(connection, file) {
    this.#file = file;
    const ports = Object.entries(connection).filter(([name]) => name.endsWith("_port"));
    this.#names = new Map(ports.map(([name, port]) => [String(port), name]));
  }

  /** `address` with no port of its own. */
  anyOf(address) {
    return address.replace(/:\d+$/, ":*");
  }

  /** Takes note that what was to be `address` is `endpoint`. */
  note(address, endpoint) {
    const portOf = (text) => /:(\d+)$/.exec(text)[1];
    const name = this.#names.get(portOf(address));
    if (name) this.#bound[name] = Number(portOf(endpoint));
    if (Object.keys(this.#bound).length < this.#names.size) return;
    writeFileSync(`${this.#file}.part`, JSON.stringify(this.#bound), { mode: 0o600 });
    renameSync(`${this.#file}.part`, this.#file);
  }
};
