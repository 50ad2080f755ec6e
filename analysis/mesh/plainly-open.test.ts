import assert from "node:assert/strict";
import { isNamedOpen } from "./plainly-open";

describe("the name of a policy", () => {
  it("says that it lets somebody in, and nothing against it", () => {
    const open = ["allow-all", "Allow-ingress", "web.allow", "permit-probes"];
    const shut = ["allow-nothing", "deny-all", "default-allow", "web", "allowance", "allow-none"];
    assert.deepEqual([...open, ...shut].filter(isNamedOpen), open);
  });
});
