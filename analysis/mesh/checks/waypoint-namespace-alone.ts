import { useWaypointLabel, useWaypointNamespaceLabel } from "../../../values/known-names";
import { fieldPath } from "../../objects/path";
import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

const labelled = (labels: string): string => `apiVersion: v1
kind: Namespace
metadata:
  name: nursery
  labels:
    istio.io/dataplane-mode: ambient
    istio.io/use-waypoint-namespace: gates${labels}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gate, namespace: gates}
spec:
  gatewayClassName: istio-waypoint
  listeners:
  - name: mesh
    port: 15008
    protocol: HBONE
    allowedRoutes: {namespaces: {from: All}}
---
apiVersion: v1
kind: Namespace
metadata: {name: gates, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: gate}}
`;

/** Where a waypoint lies, and not which one. */
export const waypointNamespaceAlone = check({
  id: "waypoint-namespace-alone",
  code: "MESH0353",
  aliases: [],
  level: "warning",
  kinds: [Kind.Namespace, Kind.Service, Kind.ServiceEntry],
  summary: "Labels say in which namespace a waypoint lies, and name none.",
  why: "No waypoint is used: its routes and policies hold for none of the connections.",
  fix: "Add the label istio.io/use-waypoint with the waypoint's name.",
  url: "https://istio.io/latest/docs/ambient/usage/waypoint/#usewaypointnamespace",
  fires: labelled(" # found"),
  silent: labelled("\n    istio.io/use-waypoint: gate"),
  *run({ id, labels }, mesh) {
    const place = labels[useWaypointNamespaceLabel];
    // The name of a Service's waypoint stands at the Service, whatever its namespace says.
    if (place !== undefined && labels[useWaypointLabel] === undefined) {
      const uses = mesh.namespaces.get(id.namespace)?.waypoint;
      yield {
        path: fieldPath("metadata.labels", useWaypointNamespaceLabel),
        message: `${quoted(place)} is where a waypoint lies, and no ${useWaypointLabel} beside it says which${uses === undefined ? "" : `; that of the namespace, ${uses}, is used`}`,
      };
    }
  },
});
