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
  "spec.subjectAltNames": {
    text: "Names of which the server's certificate has one; `tls.subjectAltNames` of a DestinationRule wins.",
  },
  "spec.endpoints.address": {
    text: "IP, `unix://` socket, or with `DNS` resolution a full host name; without a port.",
  },
  "spec.endpoints.labels": {
    text: "Labels of the endpoint, for selectors and subsets.",
  },
  "spec.endpoints.locality": {
    text: "Where the endpoint is, as `region/zone/sub-zone`; near endpoints are preferred.",
  },
  "spec.endpoints.network": {
    text: "Network whose endpoints reach each other directly; needed when there is no address.",
  },
  "spec.endpoints.ports": {
    text: "Endpoint's port by the name of the service's port; wins over `targetPort`.",
    default: "targetPort, or else the service's port",
  },
  "spec.endpoints.serviceAccount": {
    text: "ServiceAccount of a workload with a sidecar, in the namespace of this object.",
  },
  "spec.endpoints.weight": {
    text: "Share of the requests, in proportion to the other endpoints.",
    default: "1",
  },
  "spec.ports.name": {
    text: "Name of the port, unique in the entry.",
  },
  "spec.ports.number": {
    text: "Port that clients call.",
  },
  "spec.ports.protocol": {
    text: "`HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `TLS`, `TCP` or `MONGO`; `TLS` is routed by SNI and not ended.",
  },
  "spec.ports.targetPort": {
    text: "Port at the endpoint.",
    default: "same as number",
  },
  "spec.workloadSelector.labels": {
    text: "Labels that a Pod or WorkloadEntry has to carry, all of them; same namespace only.",
  },
};
