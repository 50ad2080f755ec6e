import assert from "node:assert/strict";
import type { Input } from "./input";
import { objectOf } from "./json-values";
import { merged } from "./merged";

const input = (...objects: object[]): Input => ({
  objects: objects.flatMap((one) => {
    const object = objectOf(one);
    return object === undefined ? [] : [{ object, placeOf: () => ({ file: "x" }) }];
  }),
  problems: [],
  skipped: [],
});

const deployment = (spec: object, labels: object = {}, apiVersion = "apps/v1") => ({
  apiVersion,
  kind: "Deployment",
  metadata: { name: "web", namespace: "shop", labels },
  spec,
});

const becomes = (live: object[], before: object[], after: object[]): unknown[] =>
  merged(input(...live), input(...before), input(...after), "shop").objects.map(
    ({ object }) => object,
  );

describe("what is applied to a cluster again", () => {
  it("keeps what others have added", () => {
    const declared = deployment({ paused: false }, { app: "web" });
    assert.deepEqual(
      becomes([deployment({ replicas: 5, paused: true }, { team: "a" })], [declared], [declared]),
      [deployment({ replicas: 5, paused: false }, { team: "a", app: "web" })],
    );
  });

  it("loses what is no longer declared", () => {
    assert.deepEqual(
      becomes(
        [deployment({ replicas: 2, selector: { app: "web", old: "x", by: "hand" } })],
        [deployment({ replicas: 2, selector: { app: "web", old: "x" } })],
        [deployment({ selector: { app: "web" } })],
      ),
      [deployment({ selector: { app: "web", by: "hand" } })],
    );
  });

  it("has its lists as they are declared", () => {
    const declared = deployment({ list: [1] });
    assert.deepEqual(becomes([deployment({ list: [1, 2] })], [declared], [declared]), [declared]);
  });

  it("is as it is declared where it is not there, or nothing was declared before", () => {
    const [live, declared] = [deployment({ replicas: 5 }), deployment({})];
    assert.deepEqual(becomes([], [declared], [declared]), [declared]);
    assert.deepEqual(becomes([live], [], [declared]), [declared]);
  });
});
