/** Writes the derived parser alone: `npm run derive` reads texts with the one that is there. */

import { writeFileSync } from "node:fs";
import { DIRECT_PARSER_PATH, renderDirectParser } from "../grammar/write-parser.ts";

writeFileSync(new URL(`../${DIRECT_PARSER_PATH}`, import.meta.url), renderDirectParser());
