import assert from "node:assert/strict";
import { splitGatewayApi } from "./gateway-api-manifest";

const manifest = `# licence
---
kind: CustomResourceDefinition
metadata: {name: a}
---
kind: ValidatingAdmissionPolicy
metadata: {name: safe}
---
kind: CustomResourceDefinition
metadata: {name: b}
`;

describe("the Gateway API's manifest", () => {
  it("is split into definitions and what else is in it", () => {
    const { definitions, others } = splitGatewayApi(manifest);
    assert.deepEqual(definitions.match(/name: \w+/g), ["name: a", "name: b"]);
    assert.deepEqual(
      others.map(({ kind, name }) => [kind, name]),
      [["ValidatingAdmissionPolicy", "safe"]],
    );
    assert.equal(others[0]?.text, "kind: ValidatingAdmissionPolicy\nmetadata:\n  name: safe\n");
  });

  it("is refused when there is nothing in it", () => {
    assert.throws(() => splitGatewayApi(""), /^Error: the manifest of the Gateway API is empty$/);
  });
});
