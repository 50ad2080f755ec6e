const form = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const emailProblem = (text: string): string | undefined =>
  form.test(text) ? undefined : "is no e-mail address";
