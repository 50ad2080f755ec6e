import { Authorization } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const rules = [{ from: [{ serviceAccounts: ["edge/gateway"] }], to: [{ methods: ["GET"] }] }];

export default changesOf(Authorization, {
  bases: {
    "for chosen workloads": { namespace: "shop", selector: { app: "web" }, rules },
    "for targets": { namespace: "shop", targets: [{ kind: "Service", name: "web" }], rules },
    "by preset": { namespace: "shop", preset: "allow-nothing" },
    "by an authorizer": {
      namespace: "shop",
      selector: { app: "web" },
      action: "CUSTOM",
      provider: "opa",
      rules: [{ to: [{ paths: ["/admin"] }] }],
    },
  },
  values: {
    rules: [[{ from: [{ namespaces: ["edge"] }] }], [{ to: [{ methods: ["GET"] }] }]],
    onlyThroughWaypoint: [
      beside({ rules: undefined }, "waypoint"),
      beside({ rules: undefined }, "other"),
    ],
    provider: ["oauth2"],
    knownProviders: [["opa"], ["opa", "other"]],
  },
});
