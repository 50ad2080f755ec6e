import { type Asked, objectOf, says } from "../../support/asked";

export default {
  noRequest: "nothing runs in its namespaces; the labels by which Pods join are asked",
  asks: [
    says(
      "one namespace is ambient, one has sidecars, one is outside",
      (world) =>
        ["shop", "billing", "batch"].map(
          (name) => objectOf(world, "Namespace", name).metadata?.labels,
        ),
      [
        { "istio.io/dataplane-mode": "ambient" },
        { "istio-injection": "enabled" },
        { "istio-injection": "disabled", team: "data" },
      ],
    ),
  ],
} satisfies Asked;
