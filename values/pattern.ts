/** A text of a policy with one "*" at an end at most, which stands for any rest. */
export function patternProblem(pattern: string): string | undefined {
  const stars = pattern.split("*").length - 1;
  return stars === 0 || (stars === 1 && (pattern.startsWith("*") || pattern.endsWith("*")))
    ? undefined
    : 'takes one "*", at the beginning or the end';
}

/** Whether a policy's pattern takes a text. */
export function fitsPattern(pattern: string, text: string): boolean {
  if (pattern.startsWith("*")) {
    return text.endsWith(pattern.slice(1));
  }
  return pattern.endsWith("*") ? text.startsWith(pattern.slice(0, -1)) : pattern === text;
}

/** Whether a policy's pattern takes any text that begins like this. */
export function mayBeginWith(pattern: string, beginning: string): boolean {
  if (pattern.startsWith("*")) {
    return true;
  }
  const open = pattern.endsWith("*");
  const text = open ? pattern.slice(0, -1) : pattern;
  return text.startsWith(beginning) || (open && beginning.startsWith(text));
}

/** Whether a text fits a pattern in which each "*" stands for any text. */
export function fitsGlob(pattern: string, text: string): boolean {
  const [first = "", ...parts] = pattern.split("*");
  const last = parts.pop();
  if (last === undefined) {
    return pattern === text;
  }
  if (!text.startsWith(first)) {
    return false;
  }
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found === -1) {
      return false;
    }
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
