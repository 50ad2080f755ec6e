import type { FieldSentences } from "./field-sentence";

export const wasmPluginExtensions: FieldSentences = {
  "spec.failStrategy": {
    text: "What happens when the module cannot be fetched or crashes: requests fail, or pass without it.",
    default: "FAIL_CLOSE",
  },
  "spec.imagePullPolicy": {
    text: "When the module is fetched anew; without effect once a checksum is given.",
    default: "IfNotPresent, but Always for an image tagged `latest`",
  },
  "spec.imagePullSecret": {
    text: "Secret of this namespace with the registry's credentials.",
  },
  "spec.match": {
    text: "Traffic that goes through the plugin: one of the entries fits.",
    default: "all traffic",
  },
  "spec.phase": {
    text: "Place among the proxy's filters: before Istio's filters for the named step.",
    default: "near the end, before the router",
  },
  "spec.pluginConfig": {
    text: "Settings that the module itself reads.",
  },
  "spec.pluginName": {
    text: "Name in Envoy's configuration; some modules pick the plugin to run by it.",
  },
  "spec.priority": {
    text: "Order within a phase: higher numbers run first.",
    default: "0",
  },
  "spec.selector": {
    text: "Workloads that the plugin is for, by label.",
    default: "all of the namespace, or of the mesh in the root namespace",
  },
  "spec.sha256": {
    text: "Checksum that module or image has to have, in hex; agrees with an `@sha256:` in `url`.",
  },
  "spec.targetRef": {
    text: "Single target, the older form of `targetRefs`; write `targetRefs` instead.",
  },
  "spec.targetRefs": {
    text: "Gateways, Services or ServiceEntries that this is for, in place of a selector; waypoints heed nothing else.",
  },
  "spec.type": {
    text: "Whether the module filters HTTP requests or raw connections.",
    default: "HTTP",
  },
  "spec.url": {
    text: "Where the module comes from: image, web address or `file://` in the proxy; no scheme means `oci://`.",
  },
  "spec.verificationKey": {
    text: "Meant for a key that checks signatures; not implemented, so without effect.",
  },
  "spec.vmConfig": {
    text: "Settings of the virtual machine that runs the module.",
  },
  "spec.match.mode": {
    text: "Direction of traffic; at a gateway `CLIENT` or both.",
    default: "CLIENT_AND_SERVER",
  },
  "spec.match.ports": {
    text: "Ports, of which one fits: the Service's for outgoing traffic, the container's for incoming.",
    default: "any port",
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
  "spec.vmConfig.env": {
    text: "Environment variables that the module sees.",
  },
  "spec.match.ports.number": {
    text: "Number of the port.",
  },
  "spec.vmConfig.env.name": {
    text: "Name of the variable.",
  },
  "spec.vmConfig.env.value": {
    text: "Value of the variable; not allowed with `HOST`.",
  },
  "spec.vmConfig.env.valueFrom": {
    text: "Whether the value stands here or is taken from the proxy's environment.",
    default: "INLINE",
  },
};
