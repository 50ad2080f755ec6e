import type { FieldSentences } from "./field-sentence";

export const workloadEntryNetworking: FieldSentences = {
  "spec.address": {
    text: "IP, `unix://` socket, or with `DNS` resolution a full host name; without a port.",
  },
  "spec.labels": {
    text: "Labels of the endpoint, for selectors and subsets.",
  },
  "spec.locality": {
    text: "Where the endpoint is, as `region/zone/sub-zone`; near endpoints are preferred.",
  },
  "spec.network": {
    text: "Network whose endpoints reach each other directly; needed when there is no address.",
  },
  "spec.ports": {
    text: "Endpoint's port by the name of the service's port; wins over `targetPort`.",
    default: "targetPort, or else the service's port",
  },
  "spec.serviceAccount": {
    text: "ServiceAccount of a workload with a sidecar, in the namespace of this object.",
  },
  "spec.weight": {
    text: "Share of the requests, in proportion to the other endpoints.",
    default: "1",
  },
};
