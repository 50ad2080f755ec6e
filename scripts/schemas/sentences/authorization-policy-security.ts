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
};
