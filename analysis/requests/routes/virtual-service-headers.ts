import type {
  VirtualServiceHeaderOperations,
  VirtualServiceHeaders,
} from "../../../schemas/kinds/networking/virtual-service";
import { isAuthority } from "../../../values/header";
import type { HeaderChanges } from "../answer";

/** What routes change in headers, and in the host of the request. */
export interface Headers {
  readonly request?: HeaderChanges;
  readonly response?: HeaderChanges;
  readonly authority?: string;
}

/** Headers that no proxy changes: the request line. */
const isLine = (name: string): boolean => name.startsWith(":") || isAuthority(name);

const written = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !isLine(name))
      .map(([name, value]) => [name.toLowerCase(), value]),
  );

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

function changesOf(operations: VirtualServiceHeaderOperations = {}): HeaderChanges | undefined {
  const set = written(operations.set);
  const add = written(operations.add);
  const remove = (operations.remove ?? [])
    .filter((name) => !isLine(name))
    .map((name) => name.toLowerCase());
  const changes = {
    ...(!isEmpty(set) && { set }),
    ...(!isEmpty(add) && { add }),
    ...(remove.length > 0 && { remove }),
  };
  return isEmpty(changes) ? undefined : changes;
}

const authorityIn = (headers: Readonly<Record<string, string>> = {}): string | undefined =>
  Object.entries(headers).find(([name]) => isAuthority(name))?.[1];

/** What a route or a destination says of headers. */
export function headersOf({ request, response }: VirtualServiceHeaders = {}): Headers {
  const own = changesOf(request);
  const back = changesOf(response);
  const authority = authorityIn(request?.set) || authorityIn(request?.add);
  return {
    ...(own && { request: own }),
    ...(back && { response: back }),
    ...(authority && { authority }),
  };
}
