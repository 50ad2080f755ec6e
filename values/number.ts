/** Whole numbers between two bounds, both included. */
export const wholeNumberProblem =
  (min: number, max = Number.MAX_SAFE_INTEGER) =>
  (value: number): string | undefined => {
    if (Number.isInteger(value) && value >= min && value <= max) {
      return undefined;
    }
    const range =
      max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `between ${min} and ${max}`;
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
