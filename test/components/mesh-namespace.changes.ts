import { MeshNamespace } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(MeshNamespace, {
  bases: {
    "with sidecars": { name: "shop", dataPlaneMode: "sidecar" },
    "in ambient mode": { name: "shop", dataPlaneMode: "ambient" },
    adopted: { name: "shop", dataPlaneMode: "sidecar", adopt: true },
  },
  values: {
    waypoint: ["waypoint", "other"],
    waypointNamespace: [
      beside({ waypoint: "waypoint" }, "infra"),
      beside({ waypoint: "waypoint" }, "other"),
    ],
    ingressUseWaypoint: [
      beside({ waypoint: "waypoint" }, true),
      beside({ waypoint: "waypoint" }, false),
    ],
    restart: [{ deployments: ["web", "api"] }, { deployments: ["web"] }],
    dataPlaneMode: ["none"],
  },
});
