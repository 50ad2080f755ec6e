import { Client } from "../../components";
import { changesOf } from "../support/transitions/changes";

export default changesOf(Client, {
  bases: { "to run curl in": { name: "curl", namespace: "shop" } },
  values: { antiAffinityTo: ["web", "api"] },
});
