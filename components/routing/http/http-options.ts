import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given, under } from "../../../arguments/fields";
import { Dialect } from "../dialect";
import { checkCors } from "./cors";
import { checkFault } from "./fault";
import { checkHeaders } from "./header-changes";
import type { HttpOptions } from "./http-options-args";
import type { RouteContext } from "./http-options-context";
import { limit } from "./http-options-duration";
import { checkRewrite } from "./http-options-rewrite";
import { checkMost, httpRouteLimits } from "./http-route-limits";
import { checkMirrors } from "./mirror";
import type { RequestMatch } from "./request-match-args";
import { checkRetries } from "./retries";
import { checkGatewayApiRetries, hasRetries } from "./retries-gateway-api";

/** Options that HTTPRoute has no field for, and what to do instead. */
const istioOnly: Partial<Record<keyof HttpOptions, string>> = {
  fault:
    "HTTPRoute has no field for faults; answer with errors or delays from a version of the service itself",
  retries:
    "HTTPRoute has no retries outside of its experimental channel before Gateway API 1.7, which nothing in the program installs; Istio's default of two retries stays, which meshConfig.defaultHttpRetryPolicy: { attempts: 0 } of the ControlPlane turns off for the whole mesh",
};

function checkDialect(
  check: ArgumentCheck,
  path: string,
  options: HttpOptions,
  context: Partial<RouteContext>,
): void {
  const retries = hasRetries(context) ? options.retries : undefined;
  if (retries) {
    checkGatewayApiRetries(check, under(path, "retries"), retries);
  }
  for (const [name, reason] of Object.entries(istioOnly)) {
    if (options[name as keyof HttpOptions] !== undefined && !(name === "retries" && retries)) {
      check.fail(under(path, name), `is for dialect "istio" only: ${reason}`);
    }
  }
}

const { filters: mostFilters } = httpRouteLimits;

/** Every option but the timeout is a filter of its own, and so is every mirror. */
function checkFilters(check: ArgumentCheck, path: string, options: HttpOptions): void {
  const { rewrite, headers, corsPolicy, mirrors = [] } = options;
  const others = [rewrite, headers?.request, headers?.response, corsPolicy].filter((one) => one);
  checkMost(check, under(path, "mirrors"), mirrors.length, mostFilters - others.length, "entries");
}

/** What the check of options has to know beside them. */
export interface OptionsPlace {
  dialect: Dialect;
  /** Matches of the rule that the options are for. */
  matches?: readonly RequestMatch[];
  /** What the route knows; its port is that of mirrors too. */
  context?: Partial<RouteContext>;
}

/** Checks the options; what comes back is safe to write. */
export function checkHttpOptions(
  check: ArgumentCheck,
  path: string,
  options: HttpOptions,
  { dialect, matches, context = {} }: OptionsPlace,
): HttpOptions {
  const { timeout, retries, fault, rewrite, headers, corsPolicy, mirrors } = options;
  const at = (name: keyof HttpOptions) => under(path, name);
  if (dialect === Dialect.GatewayApi) {
    checkDialect(check, path, options, context);
    checkFilters(check, path, options);
  }
  return given({
    timeout: check.input(at("timeout"), timeout, limit),
    retries: retries && checkRetries(check, at("retries"), retries, timeout),
    fault: fault && checkFault(check, at("fault"), fault),
    rewrite: rewrite && checkRewrite(check, at("rewrite"), rewrite, matches),
    headers: headers && checkHeaders(check, at("headers"), headers, dialect),
    corsPolicy: corsPolicy && checkCors(check, at("corsPolicy"), corsPolicy, dialect),
    mirrors: mirrors && checkMirrors(check, at("mirrors"), mirrors, dialect, context),
  });
}
