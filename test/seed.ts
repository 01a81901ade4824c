/** Takes back the seed that a failed property test printed: `SEED=1740089710 npm test`. */
import fc from "fast-check";

const seed = process.env["SEED"];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
