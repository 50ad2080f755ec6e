// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacter = /[\u0000-\u0008\u000A-\u001F\u007F]/;

type State =
  | "plain"
  | "variable"
  | "arguments"
  | "quote"
  | "string"
  | "delimiter"
  | "parenthesis"
  | "end";

/** What follows on a character; undefined where the character has no place. */
const steps: Readonly<Record<State, (character: string) => State | undefined>> = {
  plain: (c) => (c === "%" ? "variable" : "plain"),
  variable: (c) => (c === "%" ? "plain" : c === "(" ? "arguments" : "variable"),
  arguments: (c) => (c === "[" ? "quote" : c === " " ? "arguments" : "string"),
  quote: (c) => (c === '"' ? "string" : c === " " ? "quote" : undefined),
  string: (c) => (c === ")" ? "end" : c === '"' ? "delimiter" : "string"),
  delimiter: (c) =>
    c === "," ? "quote" : c === "]" ? "parenthesis" : c === " " ? "delimiter" : undefined,
  parenthesis: (c) => (c === ")" ? "end" : c === " " ? "parenthesis" : undefined),
  end: (c) => (c === "%" ? "plain" : c === " " ? "end" : undefined),
};

/** Whether variables such as %REQ(x)% are closed, and other percent signs written twice. */
function variablesAreClosed(value: string): boolean {
  let state: State = "plain";
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    const skipsNext =
      (state === "plain" && value.startsWith("%%", at)) ||
      (state === "string" && character === "\\");
    if (skipsNext) {
      at++;
      if (at >= value.length) {
        return false;
      }
      continue;
    }
    const next: State | undefined = steps[state](character);
    if (next === undefined) {
      return false;
    }
    state = next;
  }
  return state === "plain";
}

/** The value of a header that a proxy adds or sets. */
export function headerValueProblem(value: string): string | undefined {
  if (controlCharacter.test(value)) {
    return "a header's value has no control characters";
  }
  return variablesAreClosed(value)
    ? undefined
    : 'a "%" begins a variable such as %REQ(x)%, which has to be closed; a plain percent sign is "%%"';
}

/** The value of a header that a client sends: no variables in it. */
export const sentHeaderValueProblem = (value: string): string | undefined =>
  controlCharacter.test(value) ? "has a control character" : undefined;
