/** The receipt of a run that has ended, as the file that `resolang verify` reads. */

import { basename } from "node:path";
import {
  KERNEL_SHA256,
  makeReceipt,
  PRELUDE_TEXTS,
  relativePath,
  seal,
  VERSION,
} from "../src/index.ts";
import type { Outcome } from "./outcome.ts";

/**
 * The receipt of a run; paths in it start at the folder of the program, so that it is the same on
 * every machine.
 */
export function sealedReceipt({ module, proven, trap }: Outcome): ReturnType<typeof seal> {
  const { debug } = module;
  const root = debug === null ? "" : debug.paths[debug.functions[module.main].path];
  const place = trap?.place ?? null;
  const receipt = makeReceipt(module, proven, {
    tool: `resolang ${VERSION}`,
    artefact: KERNEL_SHA256,
    place: place === null ? null : shortPlace(place, root),
    stack:
      trap?.stack.map((frame) =>
        frame.replace(/\((?<place>.*)\)$/u, (_, inside: string) => `(${shortPlace(inside, root)})`),
      ) ?? [],
  });
  return seal(receipt);
}

/** A place in a file of the program; what belongs to the language keeps its last name. */
function shortPlace(place: string, root: string): string {
  const end = /(?::\d+:\d+|, character \d+)$/u.exec(place)?.index ?? place.length;
  const path = place.slice(0, end);
  const isOfLanguage = PRELUDE_TEXTS.some((text) => text.path === path);
  return (isOfLanguage ? basename(path) : relativePath(path, root)) + place.slice(end);
}
