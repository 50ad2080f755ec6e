/** How much of a path a proxy writes anew before it reads it. */
export interface PathNormalization {
  /** Several slashes become one. @default false */
  readonly mergeSlashes?: boolean;
  /** `%2F` and `%5C` become slashes. @default false */
  readonly unescapeSlashes?: boolean;
}

const plain = /^[^%\\]*$/;
const dots = /\/\.\.?(?:\/|$)/;
const manySlashes = /\/{2,}/g;
const backslashes = /\\/g;
const escapedSlashes = /%2f|%5c/gi;
const escaped = /%([0-9a-f]{2})/gi;
const unreserved = /[A-Za-z0-9\-._~]/;

/** What needs no escape is written without one. */
const unescaped = (path: string): string =>
  path.replace(escaped, (whole, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return unreserved.test(letter) ? letter : whole;
  });

/** Without `.` and `..` as segments. */
function withoutDots(path: string): string {
  const [, ...segments] = path.split("/");
  const kept: string[] = [];
  for (const [i, segment] of segments.entries()) {
    if (segment === "..") {
      kept.pop();
    } else if (segment !== ".") {
      kept.push(segment);
      continue;
    }
    if (i === segments.length - 1) {
      kept.push("");
    }
  }
  return `/${kept.join("/")}`;
}

/** A path without its query as Envoy reads it: by RFC 3986, and with slashes as the mesh wants them. */
export function normalizedPath(
  path: string,
  { mergeSlashes = false, unescapeSlashes = false }: PathNormalization = {},
): string {
  if (!path.startsWith("/")) {
    return path;
  }
  const slashes = unescapeSlashes ? path.replace(escapedSlashes, "/") : path;
  const letters = plain.test(slashes) ? slashes : unescaped(slashes.replace(backslashes, "/"));
  const resolved = dots.test(letters) ? withoutDots(letters) : letters;
  return mergeSlashes ? resolved.replace(manySlashes, "/") : resolved;
}
