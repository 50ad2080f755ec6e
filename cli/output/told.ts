import type { Problem } from "../read/input";
import { placeWords } from "./text";

/** Tells a user what could not be read or was left out, beside what the command writes. */
export const told = (prefix: string, problems: readonly Problem[]): void => {
  for (const { message, ...place } of problems) {
    const where = placeWords(place);
    process.stderr.write(`${prefix}${where === "" ? "" : `${where}: `}${message}\n`);
  }
};
