import { httpMethods } from "../../values/http-method";
import { isUrl } from "../../values/request-url";
import { UsageError } from "../usage-error";

/** What a command line names beside its options. */
export interface Operands {
  /** Undefined where the usual one is meant. */
  method: string | undefined;
  url: string;
  paths: string[];
}

const isMethod = (word: string | undefined): boolean =>
  word !== undefined && httpMethods.includes(word.toUpperCase());

/** Tells `[METHOD] URL` from the paths, which may stand before and behind. */
export function operandsOf(words: readonly string[]): Operands {
  const at = words.findIndex(isUrl);
  const url = words[at];
  if (url === undefined) {
    throw new UsageError(
      "name what is asked for by a URL: istio-mesh request --from sleep.bookinfo GET http://reviews:9080/ manifests/",
    );
  }
  if (words.slice(at + 1).some(isUrl)) {
    throw new UsageError("one request at a time: two URLs are named");
  }
  const method = isMethod(words[at - 1]) ? words[at - 1] : undefined;
  const before = words.slice(0, method === undefined ? at : at - 1);
  return { method, url, paths: [...before, ...words.slice(at + 1)] };
}
