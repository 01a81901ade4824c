/** How long a text may be; what reads files asks before the language is loaded. */

import { LIMITS } from "../../grammar/limits.ts";

/** UTF-16 units of the longest text that is read. */
export const MOST_UNITS: number = LIMITS.fileUnits;
