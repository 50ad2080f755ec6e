import { MeshNamespace } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

export default changesOf(MeshNamespace, {
  bases: {
    "with sidecars": { name: "shop", mode: "sidecar" },
    "in ambient mode": { name: "shop", mode: "ambient" },
    adopted: { name: "shop", mode: "sidecar", adopt: true },
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
    mode: ["none"],
  },
});
