import { ownStatusProblem } from "../../../values/http-status";
import { portProblem } from "../../../values/port";
import { regexProblem } from "../../../values/regex";
import { type Finding, refused, warned } from "../finding";
import {
  checkAmount,
  checkText,
  entries,
  field,
  isAbsent,
  isBlank,
  isFilled,
  isSet,
  type Place,
  refusedIf,
} from "./primitives/place";

const codeProblem = (code: number): string | undefined =>
  code >= 300 && code <= 399 ? undefined : "a code from 300 to 399 is expected";

const schemeProblem = (scheme: string): string | undefined =>
  scheme === "http" || scheme === "https" ? undefined : "allowed: http, https";

/** Whether a match surely looks at the URI by something else than a prefix. */
function matchesNoPrefix(match: Place): boolean {
  const uri = field(match, "uri");
  return isSet(uri) && isAbsent(field(uri, "prefix"));
}

/** A redirect. `matches` are those of its route: they decide whether there is a prefix to replace. */
export function redirectFindings(redirect: Place, matches: Place): Finding[] {
  if (!isSet(redirect)) {
    return [];
  }
  const uri = field(redirect, "uri");
  const prefix = field(redirect, "prefixRewrite");
  const code = field(redirect, "redirectCode");
  const scheme = field(redirect, "scheme");
  const port = field(redirect, "port");
  const parts = [uri, prefix, field(redirect, "authority"), scheme];
  const ports = [port, field(redirect, "derivePort")];
  return [
    ...refusedIf(isFilled(uri) && isFilled(prefix), prefix, "uri excludes it"),
    ...refusedIf(
      isFilled(prefix) && entries(matches).some(matchesNoPrefix),
      prefix,
      "replaces the matched prefix, so each match of a uri has to be by prefix",
    ),
    ...refusedIf(
      parts.every(isBlank) && ports.every(isAbsent),
      redirect,
      "one of uri, prefixRewrite, authority, scheme, port, derivePort is needed",
    ),
    ...(isFilled(code) ? checkAmount(code, codeProblem) : []),
    ...(isFilled(scheme) ? checkText(scheme, schemeProblem) : []),
    ...(isFilled(port) ? checkAmount(port, portProblem) : []),
  ];
}

/** Changes to the path or the host of a request before it is sent on. */
export function rewriteFindings(rewrite: Place): Finding[] {
  if (!isSet(rewrite)) {
    return [];
  }
  const uri = field(rewrite, "uri");
  const regex = field(rewrite, "uriRegexRewrite");
  const missing = ["match", "rewrite"].map((name) => field(regex, name)).filter(isBlank);
  return [
    ...refusedIf(isFilled(uri) && isSet(regex), regex, "uri excludes it"),
    ...refusedIf(
      isBlank(uri) && isAbsent(regex) && isBlank(field(rewrite, "authority")),
      rewrite,
      "one of uri, uriRegexRewrite, authority is needed",
    ),
    ...(isSet(regex)
      ? missing.map(({ path, value }) => refused(path, value, "match and rewrite are needed both"))
      : []),
    ...(missing.length === 0 ? checkText(field(regex, "match"), regexProblem) : []),
  ];
}

const kilobyte = 1024;
const mostBytes = kilobyte * kilobyte;
const manyBytes = 100 * kilobyte;

function bodyFindings(body: Place, encoding: BufferEncoding): Finding[] {
  const size = typeof body.value === "string" ? Buffer.byteLength(body.value, encoding) : 0;
  const shown = `${Math.ceil(size / kilobyte)} kB`;
  if (size > mostBytes) {
    return [refused(body.path, shown, "every proxy holds a body, so 1 MB is the most")];
  }
  return size > manyBytes
    ? [warned(body.path, shown, "every proxy holds a body; above 100 kB that is a burden")]
    : [];
}

/** An answer of the proxy itself, whose body is kept in the memory of every proxy. */
export function directResponseFindings(response: Place): Finding[] {
  const body = field(response, "body");
  return [
    ...bodyFindings(field(body, "string"), "utf8"),
    ...bodyFindings(field(body, "bytes"), "base64"),
    ...checkAmount(field(response, "status"), ownStatusProblem),
  ];
}
