import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkAtLeastOne, checkAtMostOne } from "../../../arguments/choice";
import { checkFields, given, under } from "../../../arguments/fields";
import { dnsName, requestPath } from "../../../arguments/predicates";
import { whenKnown } from "../../../arguments/when-known";
import { withoutEnd } from "../../../values/path";
import { exactRegex } from "../../../values/regex";
import type {
  HTTPRouteRuleFilter,
  HTTPRouteRuleFilterRequestRedirectPath,
} from "../../resources/gateway/http-route";
import type { VirtualServiceHttpRewrite } from "../../resources/networking/virtual-service";
import type { Rewrite } from "./http-options-args";
import type { RequestMatch } from "./request-match-args";

/** A prefix is replaced where one was matched; both dialects know no more than one then. */
export function checkPrefixMatch(
  check: ArgumentCheck,
  path: string,
  matches: readonly RequestMatch[] = [],
): void {
  const prefix = matches[0]?.path?.prefix;
  if (matches.length !== 1 || prefix === undefined || prefix === "/") {
    check.fail(
      path,
      'replaces what was matched: it needs exactly one match, and that by path.prefix other than "/"',
    );
  }
}

/** Values that are safe to use. `matches` are those of the rule, of which a prefix is replaced. */
export function checkRewrite(
  check: ArgumentCheck,
  path: string,
  rewrite: Rewrite,
  matches: readonly RequestMatch[] | undefined,
): Rewrite {
  checkAtLeastOne(check, path, { object: rewrite, names: ["path", "prefix", "host"] });
  checkAtMostOne(check, path, { object: rewrite, names: ["path", "prefix"] });
  if (rewrite.prefix !== undefined) {
    checkPrefixMatch(check, under(path, "prefix"), matches);
  }
  return checkFields(check, path, rewrite, {
    path: requestPath,
    prefix: requestPath,
    host: dnsName,
  });
}

const literally = (path: string): string => path.replaceAll("\\", "\\\\");

/**
 * The prefix is matched by two conditions, which end differently; one expression serves both.
 * `/` as the new prefix takes the old one away and leaves the slash.
 */
function prefixRewrite(from: pulumi.Input<string>, to: pulumi.Input<string>) {
  const both = [from, to] as [pulumi.Input<string>, pulumi.Input<string>];
  const trimmed = (text: string) => exactRegex(withoutEnd(text));
  return {
    match: whenKnown(both, (old: string, fresh: string) =>
      withoutEnd(fresh) === "" ? `^${trimmed(old)}/?(.*)$` : `^${trimmed(old)}(/.*)?$`,
    ),
    rewrite: whenKnown([to], (fresh: string) =>
      withoutEnd(fresh) === "" ? "/\\1" : `${literally(withoutEnd(fresh))}\\1`,
    ),
  };
}

const wholePath = (path: pulumi.Input<string>) => ({
  match: "/.*",
  rewrite: whenKnown([path], literally),
});

/**
 * The rewrite of a VirtualService. A path is changed by an expression, so that both dialects change it
 * alike.
 */
export function istioRewrite(
  { path, prefix, host }: Rewrite,
  matches: readonly RequestMatch[] = [],
): VirtualServiceHttpRewrite {
  const from = matches[0]?.path?.prefix ?? "/";
  const uriRegexRewrite =
    path !== undefined
      ? wholePath(path)
      : prefix !== undefined
        ? prefixRewrite(from, prefix)
        : undefined;
  return given({ uriRegexRewrite, authority: host });
}

/** Change to a path, as rewrites and redirects of HTTPRoute have it. */
export function pathChange({
  path,
  prefix,
}: Pick<Rewrite, "path" | "prefix">): HTTPRouteRuleFilterRequestRedirectPath | undefined {
  if (path !== undefined) {
    return { type: "ReplaceFullPath", replaceFullPath: path };
  }
  return prefix === undefined
    ? undefined
    : { type: "ReplacePrefixMatch", replacePrefixMatch: prefix };
}

/** The filter of an HTTPRoute. */
export const gatewayApiRewrite = (rewrite: Rewrite): HTTPRouteRuleFilter => ({
  type: "URLRewrite",
  urlRewrite: given({ hostname: rewrite.host, path: pathChange(rewrite) }),
});
