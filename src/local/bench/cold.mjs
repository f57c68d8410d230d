// One cold process: node cold.mjs dist [recording]. Prints the CPU milliseconds of loading the add-on and, with a
// recording, of answering the edit in it. Google's side is played from the recording, so only the add-on is measured.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';

const [dist, recording] = process.argv.slice(2);
const files = readdirSync(dist).filter((file) => file.endsWith('.js'));
const scripts = files.sort().map((filename) => ({ filename, code: readFileSync(join(dist, filename), 'utf8') }));
const context = vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? {});
if (recording) {
  const { player, log } = JSON.parse(readFileSync(recording, 'utf8'));
  vm.runInContext(player, context)(log);
}
// The player is no part of the add-on: what is left of its start is cleared away, and V8's threads come to rest.
setFlagsFromString('--expose-gc');
vm.runInNewContext('gc')();
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
const before = process.cpuUsage();
for (const { code, filename } of scripts) new vm.Script(code, { filename }).runInContext(context);
if (recording) vm.runInContext('onEdit(theEvent)', context);
const { user, system } = process.cpuUsage(before);
if (recording) vm.runInContext('allPlayed()', context);
console.log((user + system) / 1000);
