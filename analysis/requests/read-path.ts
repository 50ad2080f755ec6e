import { normalizedPath, type PathNormalization } from "../../values/normalized-path";
import { withoutQuery } from "../../values/path-template";
import { fields, text } from "../mesh/fields";
import type { Mesh } from "../mesh/mesh";
import type { HttpRequest } from "./request";

/** What mesh config calls ways of reading paths. */
const normalizations: Readonly<Record<string, PathNormalization>> = {
  MERGE_SLASHES: { mergeSlashes: true },
  DECODE_AND_MERGE_SLASHES: { mergeSlashes: true, unescapeSlashes: true },
};

const wayOf = ({ config }: Mesh): string =>
  text(fields(config.all.pathNormalization).normalization) ?? "DEFAULT";

/** A path without its query as proxies compare it. */
export function readPath(mesh: Mesh, path: string): string {
  const way = wayOf(mesh);
  return way === "NONE"
    ? withoutQuery(path)
    : normalizedPath(withoutQuery(path), normalizations[way]);
}

const queryOf = (path: string): string => {
  const at = path.indexOf("?");
  return at < 0 ? "" : path.slice(at);
};

/** A request as a proxy reads it before its routes do, and sends it on: dots are resolved, a fragment is cut off. */
export function asRead(mesh: Mesh, http: HttpRequest): HttpRequest {
  const [sent = ""] = http.path.split("#");
  const path = readPath(mesh, sent) + queryOf(sent);
  return path === http.path ? http : { ...http, path };
}
