import type { FieldSentences } from "./field-sentence";

export const workloadGroupNetworking: FieldSentences = {
  "spec.metadata": {
    text: "Labels and annotations that each WorkloadEntry of the group gets.",
  },
  "spec.probe": {
    text: "Check whether a workload is ready; one that fails gets no requests.",
    default: "no check",
  },
  "spec.template": {
    text: "What the WorkloadEntries of the group have in common.",
  },
  "spec.metadata.annotations": {
    text: "Annotations for each WorkloadEntry.",
  },
  "spec.metadata.labels": {
    text: "Labels for each WorkloadEntry, by which services select it.",
  },
  "spec.probe.exec": {
    text: "Checks by a command.",
  },
  "spec.probe.failureThreshold": {
    text: "Failures in a row until the workload counts as not ready.",
  },
  "spec.probe.grpc": {
    text: "Checks by the gRPC health protocol.",
  },
  "spec.probe.httpGet": {
    text: "Checks by an HTTP request.",
  },
  "spec.probe.initialDelaySeconds": {
    text: "Seconds between start and first check.",
    default: "0",
  },
  "spec.probe.periodSeconds": {
    text: "Seconds between two checks.",
    default: "10",
  },
  "spec.probe.successThreshold": {
    text: "Successes in a row until the workload counts as ready again.",
    default: "1",
  },
  "spec.probe.tcpSocket": {
    text: "Checks by opening a TCP connection.",
  },
  "spec.probe.timeoutSeconds": {
    text: "Seconds that a check may take.",
    default: "1",
  },
  "spec.template.address": {
    text: "Not to be set here: each workload brings its own address.",
  },
  "spec.template.labels": {
    text: "Not to be set here: use `spec.metadata.labels`.",
  },
  "spec.template.locality": {
    text: "Where the workloads are, as `region/zone/sub-zone`; near endpoints are preferred.",
  },
  "spec.template.network": {
    text: "Network whose workloads reach each other directly; others are reached through a gateway.",
  },
  "spec.template.ports": {
    text: "Workload's port by the name of the service's port; wins over `targetPort`.",
    default: "targetPort, or else the service's port",
  },
  "spec.template.serviceAccount": {
    text: "ServiceAccount from whose token the workloads get their identity.",
    default: "default",
  },
  "spec.template.weight": {
    text: "Share of the requests for each workload, in proportion to other endpoints.",
    default: "1",
  },
  "spec.probe.exec.command": {
    text: "Command with its arguments; exit status 0 is healthy.",
  },
  "spec.probe.grpc.port": {
    text: "Port of the gRPC server.",
  },
  "spec.probe.grpc.service": {
    text: "Full name of the gRPC service that is asked for.",
  },
  "spec.probe.httpGet.host": {
    text: "Host to connect to; for a virtual host set the `Host` header instead.",
    default: "the workload's own IP",
  },
  "spec.probe.httpGet.httpHeaders": {
    text: "Headers of the request; a name may occur more than once.",
  },
  "spec.probe.httpGet.path": {
    text: "Path of the request.",
  },
  "spec.probe.httpGet.port": {
    text: "Port of the HTTP server.",
  },
  "spec.probe.httpGet.scheme": {
    text: "`HTTP` or `HTTPS`.",
    default: "HTTP",
  },
  "spec.probe.tcpSocket.host": {
    text: "Host to connect to.",
  },
  "spec.probe.tcpSocket.port": {
    text: "Port to connect to.",
  },
  "spec.probe.httpGet.httpHeaders.name": {
    text: "Name of the header.",
  },
  "spec.probe.httpGet.httpHeaders.value": {
    text: "Value of the header.",
  },
};
