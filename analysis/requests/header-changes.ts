import type { HeaderChanges } from "./answer";
import type { HttpRequest } from "./request";

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** What both change: where both set a header, what is set later stays. */
export function bothChanges(
  first: HeaderChanges | undefined,
  later: HeaderChanges | undefined,
): HeaderChanges | undefined {
  if (first === undefined || later === undefined) {
    return first ?? later;
  }
  const set = { ...first.set, ...later.set };
  const add = { ...first.add, ...later.add };
  const remove = [...new Set([...(first.remove ?? []), ...(later.remove ?? [])])];
  return {
    ...(!isEmpty(set) && { set }),
    ...(!isEmpty(add) && { add }),
    ...(remove.length > 0 && { remove }),
  };
}

/** A request with its headers changed: what is removed goes first. */
export function withHeaders(
  http: HttpRequest,
  { set = {}, add = {}, remove = [] }: HeaderChanges = {},
): HttpRequest {
  const headers: Record<string, string> = { ...http.headers };
  for (const name of remove) {
    delete headers[name];
  }
  Object.assign(headers, set);
  for (const [name, value] of Object.entries(add)) {
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before},${value}`;
  }
  return { ...http, headers };
}
