/** Whether a value is a text, a number or true or false: short enough for a message, and known. */
export const isScalar = (value: unknown): boolean =>
  ["string", "number", "boolean"].includes(typeof value);
