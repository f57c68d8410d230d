// As much of jest's `test` and `describe` as pure tests use.

const asArguments = (row) => (Array.isArray(row) ? row : [row]);

/** Collects what files of tests declare. */
export class Tests {
  constructor() {
    this.files = new Map();
    this.around = [];
    this.test = Object.assign((name, run) => this.add(name, run), {
      each: (table) => (name, run) => {
        for (const row of table) this.add(name, () => run(...asArguments(row)));
      },
    });
    const group = (name, declare) => {
      this.around.push(name);
      declare();
      this.around.pop();
    };
    this.describe = Object.assign(group, {
      each: (table) => (name, declare) => {
        for (const row of table) group(name, () => declare(...asArguments(row)));
      },
    });
  }

  add(name, run) {
    const id = `${this.file}#${this.found.size}`;
    this.found.set(id, { id, name: `${[...this.around, name].join(' ')} #${this.found.size}`, run });
  }

  /** By their ids; `declare` runs the file. */
  of(file, declare) {
    this.file = file;
    this.found = new Map();
    declare();
    // A module that is kept has declared its tests already.
    if (this.found.size > 0) this.files.set(file, this.found);
    return this.files.get(file);
  }
}
