import { JwtAuthentication } from "../../components";
import { beside, changesOf } from "../support/transitions/changes";

const issuer = { issuer: "https://id.example.com", jwksUri: "https://id.example.com/keys" };
const shop = { namespace: "shop", jwtRules: [issuer] };

export default changesOf(JwtAuthentication, {
  bases: {
    "of tokens that may be missing": shop,
    "of tokens that are required": { ...shop, selector: { app: "web" }, require: true },
  },
  values: {
    jwtRules: [
      [{ ...issuer, audiences: ["shop"] }],
      [issuer, { issuer: "https://other.example.com", jwksUri: "https://other.example.com/keys" }],
    ],
    exemptPaths: [["/healthz"], ["/healthz", "/metrics"]],
    ports: [[8080], [8081]],
    targets: [beside({ selector: undefined }, [{ kind: "Service", name: "web" }])],
  },
});
