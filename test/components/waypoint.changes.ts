import { Waypoint } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(Waypoint, {
  bases: {
    "for a namespace": { namespace: "shop", enrol: true },
    "for Services": { namespace: "shop", enrolServices: ["web"] },
  },
  values: {
    enrolServices: [["web", "api"], ["api"]],
    namespaceSelector: [{ team: "mesh" }],
    canaryWeight: [10, 50],
    autoscaling: [{ min: 2, max: 4 }],
    resources: [{ requests: { cpu: "200m" } }],
  },
});
