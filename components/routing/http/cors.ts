import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkedWith } from "../../../arguments/checked-with";
import { checkFields, given, under } from "../../../arguments/fields";
import { checkList } from "../../../arguments/late-list";
import { type Test, textTest } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { secondsOf } from "../../../values/duration";
import { corsHeaderProblem } from "../../../values/header";
import { corsMethodProblem } from "../../../values/http-method";
import { isAnySite, originProblem, siteOriginProblem } from "../../../values/origin";
import { exactRegex } from "../../../values/regex";
import type {
  HTTPRouteRuleFilter,
  HTTPRouteRuleFilterCors,
} from "../../resources/gateway/http-route";
import type {
  VirtualServiceHttpCorsPolicy,
  VirtualServiceStringMatch,
} from "../../resources/networking/virtual-service";
import { Dialect } from "../dialect";
import type { CorsOptions } from "./cors-args";
import { wholeSeconds } from "./http-options-duration";

const header = textTest(corsHeaderProblem);

const lists = {
  allowOrigins: textTest(originProblem),
  allowMethods: textTest(corsMethodProblem),
  allowHeaders: header,
  exposeHeaders: header,
};

const ofSites = textTest(siteOriginProblem);

type ListName = keyof typeof lists;

/**
 * A proxy names the origin that asks, and with credentials every site could read what the user's
 * cookies open. For the other lists browsers know no wildcard then: they look for a method `*`.
 */
const besideCredentials: Record<ListName, (entry: string) => string | undefined> = {
  allowOrigins: (entry) =>
    isAnySite(entry)
      ? `${shown(entry)} beside allowCredentials lets every site read what its users' cookies open; list the origins that may, such as "https://app.example.com" or "https://*.example.com"`
      : undefined,
  allowMethods: (entry) => literalWildcard(entry, "methods"),
  allowHeaders: (entry) => literalWildcard(entry, "headers"),
  exposeHeaders: (entry) => literalWildcard(entry, "headers"),
};

const literalWildcard = (entry: string, what: string): string | undefined =>
  entry === "*"
    ? `"*" is no wildcard to browsers beside allowCredentials; list the ${what}`
    : undefined;

const beside = '"*" stands for all of them, and has other entries beside it';

function checkCorsList(
  check: ArgumentCheck,
  path: string,
  cors: CorsOptions,
  name: ListName,
  entry: Test<string> = lists[name],
) {
  const at = under(path, name);
  const list = checkList(check, at, cors[name], entry);
  const { allowCredentials = false } = cors;
  const withCredentials: Test<readonly [boolean, string]> = ([credentials, one]) =>
    credentials ? besideCredentials[name](one) : undefined;
  const isMixed = (entries: readonly unknown[]) =>
    entries.length > 1 && name !== "exposeHeaders" && entries.includes("*");
  if (list === undefined || isKnown(list)) {
    if (list && isMixed(list)) {
      check.fail(at, 'has "*" beside other entries; "*" stands for all of them');
    }
    return list?.map((one, i) =>
      checkedWith(check, `${at}[${i}]`, allowCredentials, one, withCredentials),
    );
  }
  const whole: Test<readonly [boolean, string[]]> = ([credentials, entries]) =>
    isMixed(entries)
      ? beside
      : entries.map((one) => withCredentials([credentials, one])).find((reason) => reason);
  return checkedWith(check, at, allowCredentials, list as pulumi.Input<string[]>, whole);
}

/**
 * Values that are safe to use. What browsers would misunderstand, or let every site in by, is reported.
 */
export function checkCors(
  check: ArgumentCheck,
  path: string,
  cors: CorsOptions,
  dialect: Dialect,
): CorsOptions {
  if (isKnown(cors.allowOrigins) && cors.allowOrigins.length === 0) {
    check.fail(under(path, "allowOrigins"), "is empty; name the origins that may call");
  }
  if (dialect === Dialect.GatewayApi && cors.forwardUnmatchedPreflights !== undefined) {
    check.fail(
      under(path, "forwardUnmatchedPreflights"),
      'is for dialect "istio" only: with HTTPRoute such preflights never reach the service',
    );
  }
  const origins = dialect === Dialect.GatewayApi ? ofSites : lists.allowOrigins;
  return given({
    ...checkFields(check, path, cors, { maxAge: wholeSeconds }),
    allowOrigins: checkCorsList(check, path, cors, "allowOrigins", origins) ?? [],
    allowMethods: checkCorsList(check, path, cors, "allowMethods"),
    allowHeaders: checkCorsList(check, path, cors, "allowHeaders"),
    exposeHeaders: checkCorsList(check, path, cors, "exposeHeaders"),
  });
}

/** Any scheme and host, which leaves out the origin "null" of sandboxed pages and local files. */
const anyOrigin = "[a-z][a-z0-9+.-]*://[^/?#\\s]+";

/** One kind of comparison for all origins: which one a later value needs is not known yet. */
const originPattern = (value: string): string =>
  value === "*" ? anyOrigin : value.split("*").map(exactRegex).join("[^/]*");

function originMatch(value: pulumi.Input<string>): VirtualServiceStringMatch {
  return typeof value === "string" && !value.includes("*")
    ? { exact: value }
    : { regex: whenKnown([value], originPattern) };
}

/** How many origins there are in a list that arrives later is not known yet: one expression fits all. */
const originMatches = (origins: CorsOptions["allowOrigins"]): VirtualServiceStringMatch[] =>
  isKnown(origins)
    ? origins.map(originMatch)
    : [
        {
          regex: whenKnown([origins as pulumi.Input<string[]>], (values: string[]) =>
            values.map((value) => `(?:${originPattern(value)})`).join("|"),
          ),
        },
      ];

/** Without an age browsers remember an answer for five seconds; both dialects say so. */
const fiveSeconds = "5s";

/** The policy of a VirtualService, with the defaults written out in which the dialects would differ. */
export const istioCors = (cors: CorsOptions): VirtualServiceHttpCorsPolicy =>
  given({
    allowOrigins: originMatches(cors.allowOrigins),
    allowMethods: cors.allowMethods,
    allowHeaders: cors.allowHeaders,
    exposeHeaders: cors.exposeHeaders,
    maxAge: cors.maxAge ?? fiveSeconds,
    allowCredentials: cors.allowCredentials,
    unmatchedPreflights: whenKnown(
      [cors.forwardUnmatchedPreflights ?? false],
      (forward: boolean) => (forward ? ("FORWARD" as const) : ("IGNORE" as const)),
    ),
  });

/** The filter of an HTTPRoute. */
export const gatewayApiCors = (cors: CorsOptions): HTTPRouteRuleFilter => ({
  type: "CORS",
  cors: given({
    allowOrigins: cors.allowOrigins,
    allowMethods: cors.allowMethods as HTTPRouteRuleFilterCors["allowMethods"],
    allowHeaders: cors.allowHeaders,
    exposeHeaders: cors.exposeHeaders,
    maxAge: whenKnown([cors.maxAge ?? fiveSeconds], secondsOf),
    allowCredentials: cors.allowCredentials,
  }),
});
