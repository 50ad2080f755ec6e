import { AppGateway } from "../../components";
import type { ComponentCase } from "../support/component-case";

export default {
  component: "AppGateway",
  samples: [
    {
      what: "with one HTTP route",
      create: (name, opts, common) =>
        new AppGateway(
          name,
          { ...common, namespace: "shop", routes: [{ service: "web", port: 80 }] },
          opts,
        ),
    },
  ],
  refusals: [
    {
      what: "no route at all",
      create: () => new AppGateway("x", { namespace: "shop", routes: [] }),
      at: "routes",
      says: /is empty/,
    },
    {
      what: "a port out of range",
      create: () =>
        new AppGateway("x", { namespace: "shop", routes: [{ service: "web", port: 0 }] }),
      at: "routes[0].port",
      says: /0 is not a whole number between 1 and 65535/,
    },
    {
      what: "a path that is none",
      create: () =>
        new AppGateway("x", {
          namespace: "shop",
          routes: [{ service: "web", port: 80, exact: ["login"] }],
        }),
      at: "routes[0].exact[0]",
      says: /"login" is not a request path/,
    },
  ],
  outputs: ["gateway", "hosts"],
  handles: ["namespace", "selector"],
} satisfies ComponentCase;
