import { type Asked, objectOf, says } from "../../support/asked";

export default {
  noRequest: "the chart is installed by Helm; the issuer is asked",
  asks: [
    says(
      "the issuer signs by itself",
      (world) => objectOf(world, "ClusterIssuer", "self-signed").spec,
      { selfSigned: {} },
    ),
  ],
} satisfies Asked;
