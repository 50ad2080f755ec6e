const form = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;

/** A text that Go reads as true or false. */
export const goBooleanProblem = (text: string): string | undefined =>
  form.test(text) ? undefined : '"true" or "false" is expected';

const yes = /^(?:1|t|true)$/i;

/** Whether Go reads a text as true; what it cannot read is not. */
export const isGoTrue = (text: string): boolean => form.test(text) && yes.test(text);
