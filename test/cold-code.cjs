// Tests run their code cold: each file, and each run of the add-on, in a context of its own. What V8 optimises there is
// thrown away before it has paid for itself, so it is made to wait fifteen times as long as usual.
require('node:v8').setFlagsFromString('--interrupt-budget=2000000');
