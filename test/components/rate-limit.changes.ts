import { RateLimit } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const shop = { namespace: "shop" };
const global = {
  domain: "shop",
  service: "ratelimit.limits.svc.cluster.local",
  descriptors: [{ entries: [{ remoteAddress: true as const }] }],
};

export default changesOf(RateLimit, {
  bases: {
    "that each proxy counts": { ...shop, local: { requests: 10 } },
    "that a service counts": { ...shop, global },
  },
  values: {
    local: [{ requests: 20 }, { requests: 10, interval: "60s" }],
    global: [{ ...global, domain: "other" }],
    position: ["gateway", beside({ waypoint: "waypoint", selector: undefined }, "waypoint")],
    waypoint: [
      beside({ position: "waypoint" }, "waypoint"),
      beside({ position: "waypoint" }, "other"),
    ],
    priority: [10, 20],
  },
});
