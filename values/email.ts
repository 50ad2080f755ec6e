const form = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** An address for mail, as far as its form tells: no spaces, and a domain with a dot. */
export const emailProblem = (text: string): string | undefined =>
  form.test(text) ? undefined : "is no e-mail address";
