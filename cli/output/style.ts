import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Puts colours on what is told, or leaves it as it is. */
export type Style = (format: Format, text: string) => string;

/** Colours on a terminal that has them; NO_COLOR and FORCE_COLOR are heard by Node's own test. */
export const styleOf = (stream: NodeJS.WriteStream): Style =>
  stream.hasColors?.() || isForced()
    ? (format, text) => styleText(format, text)
    : (_, text) => text;

const isForced = (): boolean => !["", "0", undefined].includes(process.env.FORCE_COLOR);
