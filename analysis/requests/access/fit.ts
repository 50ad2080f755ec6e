/** What a condition hangs on and nobody has said, in words. */
export interface Unsaid {
  readonly unsaid: readonly string[];
}

/** Whether a condition holds, as far as it can be said. */
export type Fit = boolean | Unsaid;

/** A condition of something that arrives. */
export type Test<Subject> = (subject: Subject) => Fit;

/** Whether all hold: one that does not decides. */
function all<Subject>(tests: readonly Test<Subject>[], subject: Subject): Fit {
  const unsaid: string[] = [];
  for (const test of tests) {
    const fit = test(subject);
    if (fit === false) {
      return false;
    }
    if (fit !== true) {
      unsaid.push(...fit.unsaid);
    }
  }
  return unsaid.length === 0 || { unsaid };
}

/** Whether one holds: the first that does decides. */
function any<Subject>(tests: readonly Test<Subject>[], subject: Subject): Fit {
  const unsaid: string[] = [];
  for (const test of tests) {
    const fit = test(subject);
    if (fit === true) {
      return true;
    }
    if (fit !== false) {
      unsaid.push(...fit.unsaid);
    }
  }
  return unsaid.length > 0 && { unsaid };
}

/** The other way round. */
const not = (fit: Fit): Fit => (typeof fit === "boolean" ? !fit : fit);

/** A test that holds where all of some hold. */
export const every =
  <Subject>(tests: readonly Test<Subject>[]): Test<Subject> =>
  (subject) =>
    all(tests, subject);

/** A test that holds where one of some holds. */
export const some =
  <Subject>(tests: readonly Test<Subject>[]): Test<Subject> =>
  (subject) =>
    any(tests, subject);

/** A test that holds where none of some holds. */
export const none =
  <Subject>(tests: readonly Test<Subject>[]): Test<Subject> =>
  (subject) =>
    not(any(tests, subject));
