import { replacedByRegex } from "../../values/regex-replace";
import { NotJudged } from "../mesh/not-judged";
import type { HttpRequest } from "./request";
import type { PathRewrite, Rewrite } from "./route";

/** A path and its query, which begins with a `?` or is empty. */
export function splitPath(path: string): readonly [path: string, query: string] {
  const at = path.indexOf("?");
  return at < 0 ? [path, ""] : [path.slice(0, at), path.slice(at)];
}

function replaced(path: string, { match, value }: Extract<PathRewrite, { kind: "regex" }>): string {
  const made = replacedByRegex(path, match, value);
  if (made === undefined) {
    throw new NotJudged(`the regular expression ${JSON.stringify(match)} cannot be read`);
  }
  return made;
}

/** A path as a route writes it anew; its query stays. */
export function rewrittenPath(path: string, rewrite: PathRewrite): string {
  const [own, query] = splitPath(path);
  switch (rewrite.kind) {
    case "full":
      return rewrite.value + query;
    case "prefix":
      return rewrite.value + own.slice(rewrite.matched.length) + query;
    case "regex":
      return replaced(own, rewrite) + query;
  }
}

/** A request as a route writes its host and path anew. */
export function rewritten(http: HttpRequest, { authority, path }: Rewrite = {}): HttpRequest {
  return {
    ...http,
    ...(authority !== undefined && { authority }),
    ...(path !== undefined && { path: rewrittenPath(http.path, path) }),
  };
}
