import { type Asked, says } from "../../support/asked";
import { injectorOf } from "../../support/asked-objects";

export default {
  noRequest: "its charts make the istiod; what its webhook chooses is asked",
  asks: [
    says(
      "Pods of the namespace get their sidecar from revision 1-31-4",
      (world) => injectorOf(world, "shop"),
      ["istiod-1-31-4"],
    ),
  ],
} satisfies Asked;
