import type { FieldSentences } from "./field-sentence";

export const serviceEntryNetworking: FieldSentences = {
  "spec.hosts": {
    text: "Hosts of the service, as clients call them.",
  },
  "spec.addresses": {
    text: "Virtual addresses, as IP or CIDR.",
  },
  "spec.ports": {
    text: "Ports of the service.",
  },
  "spec.location": {
    text: "Whether the service is outside (`MESH_EXTERNAL`) or inside (`MESH_INTERNAL`) the mesh.",
    default: "MESH_EXTERNAL",
  },
  "spec.resolution": {
    text: "How addresses are found: `NONE`, `STATIC`, `DNS`, `DNS_ROUND_ROBIN` or `DYNAMIC_DNS`.",
    default: "NONE",
  },
  "spec.endpoints": {
    text: "Addresses behind the hosts; with `DNS` the hosts themselves are asked for when it is left out.",
  },
  "spec.workloadSelector": {
    text: "Pods and WorkloadEntries behind the hosts, by label.",
  },
  "spec.exportTo": {
    text: "Namespaces that see the service: `.` is the own one, `*` all.",
    default: "all namespaces",
  },
};
