import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkFields, given, under } from "../../../arguments/fields";
import { dnsLabel, dnsName, port, type Test } from "../../../arguments/predicates";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { networkingApi } from "../../../values/known-names";
import { isFullName, isOutside } from "../../../values/service-host";
import type { HTTPRouteRuleFilterRequestMirrorBackendRef } from "../../resources/gateway/http-route";
import type { VirtualServiceDestination } from "../../resources/networking/virtual-service";
import { Dialect } from "../dialect";
import { serviceHost } from "../service-host";
import type { Rewrite } from "./http-options-args";
import type { RouteContext } from "./http-options-context";

/** Where requests go, as arguments name it. */
export interface Target {
  service?: pulumi.Input<string>;
  namespace?: pulumi.Input<string>;
  port?: pulumi.Input<number>;
  version?: string;
}

/**
 * Checks the names of a target; what comes back is safe to write. Whether a name that arrives later is
 * a full one shows only then, and so does what it cannot stand beside.
 */
export function checkTarget<T extends Target>(
  check: ArgumentCheck,
  path: string,
  target: T,
  dialect: Dialect,
): T {
  const { service } = target;
  check.plain(`${path}.version`, target.version, dnsLabel);
  if (service !== undefined && isKnown(service)) {
    for (const [field, reason] of tooMuch(service, target, dialect)) {
      check.fail(`${path}.${field}`, reason);
    }
  }
  const later: Test<string> = (name) =>
    dnsName(name) ?? tooMuch(name, target, dialect)[0]?.join(" ");
  const name = isKnown(service) ? dnsName : later;
  return checkFields(check, path, target, { service: name, namespace: dnsLabel, port });
}

/** Fields that a full name excludes, and why. */
function tooMuch(
  service: string,
  { namespace, version }: Target,
  dialect: Dialect,
): (readonly [field: "namespace" | "version", reason: string])[] {
  if (typeof service !== "string" || !isFullName(service)) {
    return [];
  }
  const where = `has no effect beside the full name ${service}; keep one of them`;
  const which = `cannot be found by the full name ${service} in an HTTPRoute; write its short name and its namespace`;
  return [
    ...(namespace === undefined ? [] : [["namespace", where] as const]),
    ...(version === undefined || dialect === Dialect.Istio ? [] : [["version", which] as const]),
  ];
}

const foreignName = (service: string): string =>
  `is missing: ${service} is a host outside, and would get requests under the name that clients ask for`;

/** A target that is safe to use, and the change that lets its requests arrive under its own name. */
export interface NamedTargets<T extends Target> {
  rewrite?: Rewrite;
  targets: T[];
}

/**
 * Requests that leave the cluster carry the name of the host that they go to: by the Host header servers
 * outside choose a site, and from it Envoy takes the server name of TLS. One rule has one such name.
 */
export function withOwnHost<T extends Target>(
  check: ArgumentCheck,
  path: string,
  rewrite: Rewrite | undefined,
  targets: readonly { at: string; target: T }[],
): NamedTargets<T> {
  const all = targets.map(({ target }) => target);
  if (rewrite?.host !== undefined) {
    return { rewrite, targets: all };
  }
  const at = under(path, "rewrite.host");
  const names = new Set(all.map(({ service }) => service));
  const [outside, ...others] = [...names].filter(
    (service): service is string => typeof service === "string" && isOutside(service),
  );
  if (outside !== undefined && (others.length > 0 || names.size > 1)) {
    check.fail(
      at,
      `${foreignName(outside)}; write it, or give ${outside} a rule of its own, which gets its name by itself`,
    );
  }
  const later: Test<string> = (name) =>
    isOutside(name) ? `${under(path, "rewrite.host")} ${foreignName(name)}; write it` : undefined;
  return given({
    rewrite: outside === undefined ? rewrite : { ...rewrite, host: outside },
    targets: targets.map(({ at: place, target }) =>
      target.service === undefined || isKnown(target.service)
        ? target
        : { ...target, service: check.input(`${place}.service`, target.service, later) },
    ),
  });
}

/** A version is a subset to a VirtualService. */
export function destination(target: Target, context: RouteContext): VirtualServiceDestination {
  const { service = context.service ?? "", namespace = context.namespace, port: number } = target;
  return given({
    host: serviceHost(service, namespace, context.clusterDomain),
    port: number === undefined ? undefined : { number },
    subset: target.version,
  });
}

/**
 * Names the Service of a version; a full name is that of a host, which needs no Service. With a
 * version or a namespace it is a short name, see `checkTarget`.
 */
export function backendRef(
  target: Target,
  context: RouteContext,
): HTTPRouteRuleFilterRequestMirrorBackendRef {
  const { service = context.service ?? "", namespace, port: number, version } = target;
  if (version === undefined && namespace === undefined) {
    return given({ ...anyRef(service), port: number });
  }
  const suffix = version === undefined ? "" : `-${version}`;
  return given({
    name: whenKnown([service], (short: string) => `${short}${suffix}`),
    namespace,
    port: number,
  });
}

const hostname = { group: networkingApi, kind: "Hostname" };

/** A short name or a full one; the kind of one that arrives later is written out in any case. */
function anyRef(service: pulumi.Input<string>): HTTPRouteRuleFilterRequestMirrorBackendRef {
  if (isKnown(service)) {
    return { ...(isFullName(service) && hostname), name: service };
  }
  const kindOf = pulumi
    .output(service)
    .apply((name) => (isFullName(name) ? hostname : { group: "", kind: "Service" }));
  return { group: kindOf.group, kind: kindOf.kind, name: service };
}
