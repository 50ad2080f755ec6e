import type { Scenario } from "./scenario";

/** What those need who have more than one stack, cluster or tool. */
export default [
  {
    source: "in practice, the mesh in a stack of its own",
    example: "platform",
    look: "`pulumi stack output --json`: revision, controlPlane and selector",
    asked: "GET web.example.com/",
  },
  {
    source: "in practice, gateway and revision of another stack",
    example: "platform-shop",
    look: "the label istio.io/rev of the namespace, and both gateways",
    asked: "GET shop.example.com/",
  },
  {
    source: "in practice, two clusters of one program",
    example: "two-clusters",
    look: "half of the west's answers are of the new version, and none of the east's",
    asked: "the west, by ingress",
  },
  {
    source: "in practice, an Istio that somebody else installed",
    example: "existing-istio",
    look: "`pulumi destroy` leaves Istio and the namespace as they were",
    asked: "GET shop.example.com/",
  },
] satisfies readonly Scenario[];
