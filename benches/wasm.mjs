// Runs the detector's corpus inside WebAssembly: node wasm.mjs FILE.wasm
import { readFileSync } from "node:fs";

const bytes = readFileSync(process.argv[2]);
const { instance } = await WebAssembly.instantiate(bytes, {});
const start = performance.now();
const hundreds = instance.exports.main(0, 0);
if (hundreds < 7) throw new Error(`only ${hundreds} hundred exchanges were as expected`);
console.log(`wasm32: every disguise found in ${Math.round(performance.now() - start)} ms (${hundreds}00 exchanges and more)`);
