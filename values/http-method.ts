/** Methods of HTTP. */
export const httpMethods = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "CONNECT",
  "OPTIONS",
  "TRACE",
];
const corsMethods = [...httpMethods, "*"];

/** A method that an answer to a preflight names. */
export const corsMethodProblem = (method: string): string | undefined =>
  corsMethods.includes(method) ? undefined : `is unknown; allowed: ${corsMethods.join(", ")}`;

/** A method that is compared letter by letter, and would fit no request. */
export function comparedMethodProblem(method: string): string | undefined {
  const capitals = method.toUpperCase();
  return httpMethods.includes(capitals) && method !== capitals
    ? `fits no request, since methods are compared in capitals; write ${JSON.stringify(capitals)}`
    : undefined;
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** A method that a client sends. */
export const sentMethodProblem = (method: string): string | undefined => {
  const capitals = method.toUpperCase();
  if (httpMethods.includes(capitals)) {
    return method === capitals
      ? undefined
      : `is sent in capitals; write ${JSON.stringify(capitals)}`;
  }
  return token.test(method) ? undefined : "is not a method of HTTP";
};
