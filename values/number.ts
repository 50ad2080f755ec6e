/** The highest number that an API server takes where numbers have 32 bits, as they have almost everywhere. */
const highest = 2 ** 31 - 1;

/** Whole numbers between two bounds, both included. */
export const wholeNumberProblem =
  (min: number, max = highest) =>
  (value: number): string | undefined => {
    if (Number.isInteger(value) && value >= min && value <= max) {
      return undefined;
    }
    const isBounded = max !== highest || value > max;
    const range = isBounded ? `between ${min} and ${max}` : `of at least ${min}`;
    return `is not a whole number ${range}`;
  };

const digits = /^\d+$/;
const signedDigits = /^\+?\d+$/;

/** A whole number written in digits. */
export const isDigits = (text: string): boolean => digits.test(text);

/** As `isDigits`, where Go takes a plus before them. */
export const isGoDigits = (text: string): boolean => signedDigits.test(text);

/** `wholeNumberProblem` for a number that is written as a text. */
export const digitsProblem =
  (min: number, max: number) =>
  (text: string): string | undefined =>
    wholeNumberProblem(min, max)(isDigits(text) ? Number(text) : Number.NaN);
