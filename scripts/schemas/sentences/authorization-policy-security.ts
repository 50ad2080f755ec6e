import type { FieldSentences } from "./field-sentence";

export const authorizationPolicySecurity: FieldSentences = {
  "spec.selector": {
    text: "Workloads that the policy is for, by label.",
    default: "all of the namespace",
  },
  "spec.targetRefs": {
    text: "Gateways, waypoints or Services that the policy is for, in place of a selector.",
  },
  "spec.action": {
    text: "`ALLOW`, `DENY`, `AUDIT` or `CUSTOM`. Denials are judged before permissions.",
    default: "ALLOW",
  },
  "spec.rules": {
    text: "Rules of which one has to fit. No rules: an ALLOW policy lets nothing through.",
  },
  "spec.rules.from": {
    text: "Who calls: one of the entries fits.",
    default: "anybody",
  },
  "spec.rules.to": {
    text: "What is asked for: one of the entries fits.",
    default: "anything",
  },
  "spec.rules.when": {
    text: "Further conditions, all of which have to fit.",
  },
  "spec.rules.from.source.principals": {
    text: "Identities, as `<trust domain>/ns/<namespace>/sa/<service account>`; needs mutual TLS.",
  },
  "spec.rules.from.source.namespaces": {
    text: "Namespaces of the callers; needs mutual TLS.",
  },
  "spec.rules.from.source.serviceAccounts": {
    text: "Service accounts of the callers, as `name` or `namespace/name`; needs mutual TLS.",
  },
  "spec.rules.from.source.requestPrincipals": {
    text: "Identities of a checked JWT, as `<issuer>/<subject>`.",
  },
  "spec.rules.from.source.ipBlocks": {
    text: "Addresses of the callers, as IP or CIDR.",
  },
  "spec.rules.to.operation.methods": {
    text: "HTTP methods.",
  },
  "spec.rules.to.operation.paths": {
    text: "HTTP paths; `*` at one end stands for any text.",
  },
  "spec.rules.to.operation.ports": {
    text: "Ports of the workload, as text.",
  },
  "spec.rules.to.operation.hosts": {
    text: "Hosts of the requests.",
  },
  "spec.provider": {
    text: "External authorizer that decides; only with action `CUSTOM`.",
  },
  "spec.targetRef": {
    text: "Single target, the older form of `targetRefs`; write `targetRefs` instead.",
  },
  "spec.provider.name": {
    text: "Name of the authorizer, as declared under `extensionProviders` of the mesh config.",
  },
  "spec.selector.matchLabels": {
    text: "Labels that a pod or VM has to carry, all of them.",
  },
  "spec.targetRef.group": {
    text: "API group of the target; empty for core kinds such as Service.",
  },
  "spec.targetRef.kind": {
    text: "Kind of the target, e.g. `Gateway` or `Service`.",
  },
  "spec.targetRef.name": {
    text: "Name of the target.",
  },
  "spec.targetRef.namespace": {
    text: "Has to stay empty: targets in another namespace are refused.",
    default: "namespace of this object",
  },
  "spec.rules.from.source": {
    text: "Traits of the caller, all of which have to fit.",
  },
  "spec.rules.to.operation": {
    text: "Traits of the request, all of which have to fit.",
  },
  "spec.rules.when.key": {
    text: "Attribute that is looked at, e.g. `request.headers[x-token]` or `source.ip`.",
  },
  "spec.rules.when.notValues": {
    text: "Values that the attribute must not have; needed unless `values` is given.",
  },
  "spec.rules.when.values": {
    text: "Values of which the attribute has one; needed unless `notValues` is given.",
  },
  "spec.rules.from.source.notIpBlocks": {
    text: "Addresses that do not fit, as IP or CIDR.",
  },
  "spec.rules.from.source.notNamespaces": {
    text: "Namespaces whose callers do not fit; needs mutual TLS.",
  },
  "spec.rules.from.source.notPrincipals": {
    text: "Identities of callers that do not fit; needs mutual TLS.",
  },
  "spec.rules.from.source.notRemoteIpBlocks": {
    text: "Original client addresses that do not fit, as IP or CIDR.",
  },
  "spec.rules.from.source.notRequestPrincipals": {
    text: "JWT identities that do not fit; `*` with action `DENY` refuses requests without a token.",
  },
  "spec.rules.from.source.notServiceAccounts": {
    text: "Service accounts that do not fit, as `name` or `namespace/name`; no wildcards.",
  },
  "spec.rules.from.source.notTrustDomains": {
    text: "Trust domains whose callers do not fit; needs mutual TLS.",
  },
  "spec.rules.from.source.remoteIpBlocks": {
    text: "Original client addresses, from `X-Forwarded-For` or PROXY protocol; needs `numTrustedProxies` set.",
    default: "any",
  },
  "spec.rules.from.source.trustDomains": {
    text: "Trust domains of the callers; needs mutual TLS.",
    default: "any",
  },
  "spec.rules.to.operation.notHosts": {
    text: "Hosts that do not fit, in any case of letters.",
  },
  "spec.rules.to.operation.notMethods": {
    text: "HTTP methods that do not fit.",
  },
  "spec.rules.to.operation.notPaths": {
    text: "HTTP paths that do not fit.",
  },
  "spec.rules.to.operation.notPorts": {
    text: "Ports that do not fit, as text.",
  },
};
