/** Colours by meaning, or plain text where the stream wants none. */

import { styleText } from "node:util";
import type { Stream } from "../shell.ts";

type Paint = (text: string) => string;

export interface Palette {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly good: Paint;
  readonly code: Paint;
  /** Colour of series number i; four colours that colour-blind people tell apart, then again. */
  readonly series: (text: string, index: number) => string;
}

const SERIES = ["cyan", "yellow", "magenta", "green"] as const;

/** The palette of a stream. */
export function paletteOf(stream: Stream): Palette {
  const paint =
    (...formats: Parameters<typeof styleText>[0][]): Paint =>
    (text) =>
      stream.hasColour
        ? formats.reduce<string>(
            (done, format) => styleText(format, done, { validateStream: false }),
            text,
          )
        : text;
  const series = SERIES.map((colour) => paint(colour));
  return {
    strong: paint("bold"),
    faint: paint("dim"),
    error: paint("red", "bold"),
    warning: paint("yellow", "bold"),
    good: paint("green"),
    code: paint("cyan"),
    series: (text, index) => series[index % series.length](text),
  };
}
