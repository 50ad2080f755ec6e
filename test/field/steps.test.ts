import assert from "node:assert/strict";
import type { Outcome } from "../support/command";
import { FieldStack, operation, type Preview, planned, queue, taken } from "../support/field-cli";
import type { FieldObject } from "../support/field-objects";
import { buildPackage } from "../support/field-package";

/** What a program came to at its first step, and what the CLI says of the steps after it. */
interface Steps {
  up: Outcome;
  next: Record<number, Preview>;
  end?: Preview;
  state: FieldObject[];
}

async function steps(file: string, nexts: number[], withEnd = false): Promise<Steps> {
  const stack = await new FieldStack(file).init();
  const up = await stack.up(1);
  const next: Record<number, Preview> = {};
  if (up.code === 0) {
    for (const step of nexts) {
      next[step] = await stack.preview(step);
    }
  }
  const end = withEnd && up.code === 0 ? await stack.previewDestroy(1) : undefined;
  return { up, next, state: await stack.state(), ...(end && { end }) };
}

const preview = async (file: string) => (await new FieldStack(file).init()).preview();

/** A refusal in the program's own words, not one of a chart, a cluster or the engine. */
function assertRefused(said: string, component: string, words: RegExp): void {
  assert.match(said, new RegExp(`${component}: \\d+ arguments? cannot work`));
  assert.match(said, words);
}

describe("field: steps and charts with the real CLI", function () {
  this.timeout(300_000);
  const inTurn = queue(2);
  const waiting: Record<string, Promise<unknown>> = {};
  const begin = <T>(name: string, job: () => Promise<T>) => {
    const running = inTurn(job);
    running.catch(() => {}); // The tests that wait for it fail.
    waiting[name] = running;
  };
  const get = <T>(name: string) => waiting[name] as Promise<T>;

  before(async () => {
    await buildPackage();
    begin("FI-02", () => steps("FI-02/index", [2], true));
    begin("FI-19", () => steps("FI-19/index", [2, 3]));
    begin("FI-15", () => steps("FI-15/index", [2]));
    begin("FI-09", () => steps("FI-09/index", [2]));
    begin("FI-12", () => steps("FI-12/index", [2]));
    begin("FI-07", () => preview("FI-07/index"));
    begin("FI-10", () => preview("FI-10/index"));
    begin("MI-6", () => preview("MI-6/index"));
    begin("cni-path", () => preview("MI-3/cni-path"));
  });

  const definitions = ({ accepted, said, ...seen }: Preview) => {
    assert.ok(accepted, said);
    const ours = taken({ accepted, said, ...seen });
    return ours.filter((one) => /CustomResourceDefinition|ConfigFile/.test(one));
  };
  it("FI-02: definitions of the Gateway API stay: back to sidecars", async () => {
    const { up, next } = await get<Steps>("FI-02");
    assert.equal(up.code, 0, up.stderr + up.stdout);
    assert.deepEqual(definitions(next[2] as Preview), []);
  });
  it("FI-02: definitions of the Gateway API stay: handed over to the platform", async () => {
    // What step 3 expects cannot be asked of YAML files, so its preview ends early here. Whatever
    // takes the definitions out of the program: they stay in the cluster when the state says so.
    const { up, state } = await get<Steps>("FI-02");
    assert.equal(up.code, 0, up.stderr + up.stdout);
    const names = state
      .filter(({ type }) => /:CustomResourceDefinition$/.test(type))
      .filter(({ urn }) => urn.includes("gateway.networking.k8s.io"));
    assert.ok(names.length >= 5, "the definitions are in the program");
    assert.deepEqual(
      names.filter(({ retainOnDelete }) => retainOnDelete !== true).map(({ urn }) => urn),
      [],
    );
  });
  it("FI-02: definitions of the Gateway API stay: destroy", async () => {
    const { end } = await get<Steps>("FI-02");
    const gone = definitions(end as Preview);
    assert.deepEqual(
      gone.filter((one) => one.includes("gateway.networking")),
      [],
    );
  });

  for (const [step, argument] of [
    [2, "createNamespace"],
    [3, "adopt"],
  ] as const) {
    it(`FI-19: namespaces stay when ${argument} says that they are somebody else's`, async () => {
      const { up, next } = await get<Steps>("FI-19");
      assert.equal(up.code, 0, up.stderr + up.stdout);
      const seen = next[step] as Preview;
      if (seen.accepted) {
        assert.deepEqual(
          taken(seen).filter((one) => one.startsWith("Namespace ")),
          [],
        );
      } else {
        assertRefused(
          seen.said,
          '(ControlPlane "mesh"|MeshNamespace "shop")',
          new RegExp(argument),
        );
      }
    });
  }

  it("FI-15: the namespace of two gateways stays when one of them goes", async () => {
    const { up, next } = await get<Steps>("FI-15");
    if (up.code === 0) {
      assert.deepEqual(
        taken(next[2] as Preview).filter((one) => one.startsWith("Namespace ")),
        [],
      );
    } else {
      assertRefused(up.stdout + up.stderr, 'IngressGateway "internal"', /createNamespace/);
    }
  });

  it("FI-09: a gateway keeps its Pods when autoscaling takes over, or it is told", async () => {
    const { up, next } = await get<Steps>("FI-09");
    assert.equal(up.code, 0, up.stderr + up.stdout);
    const seen = next[2] as Preview;
    assert.ok(seen.accepted, seen.said);
    // What stays as it is, with its four Pods, is no step.
    const op = operation(seen, "Deployment", "istio-ingressgateway");
    if (op !== undefined && !/one Pod|replicas/.test(seen.said)) {
      const { replicas } = planned(seen, "Deployment", "istio-ingressgateway").spec;
      assert.equal(replicas, 4, "replicas of the Deployment");
    }
  });

  it("FI-12: what proxies read at their start rolls the gateway, or it is told", async () => {
    const { up, next } = await get<Steps>("FI-12");
    assert.equal(up.code, 0, up.stderr + up.stdout);
    const seen = next[2] as Preview;
    assert.ok(seen.accepted, seen.said);
    const rolled = operation(seen, "Deployment", "istio-ingressgateway");
    if (!/numTrustedProxies|restart/.test(seen.said)) {
      assert.equal(rolled, "update", "the gateway's Deployment");
    }
  });

  it("FI-07: pull secrets reach a gateway, or are refused by their path", async () => {
    const seen = await get<Preview>("FI-07");
    if (seen.accepted) {
      const { template } = planned(seen, "Deployment", "istio-ingressgateway").spec;
      assert.deepEqual(template.spec.imagePullSecrets, [{ name: "mesh-pull" }]);
    } else {
      assertRefused(seen.said, '(IngressGateway "edge"|ControlPlane "mesh")', /imagePullSecrets/);
      assert.match(seen.said, /^\s*values\S*: /m);
    }
  });

  it("FI-10: bounds of istiod's autoscaling fit, or are refused", async () => {
    const seen = await get<Preview>("FI-10");
    if (seen.accepted) {
      const { minReplicas, maxReplicas } = planned(seen, "HorizontalPodAutoscaler", "istiod").spec;
      assert.equal(minReplicas, 6);
      assert.ok(maxReplicas >= 6, `at most ${maxReplicas} Pods, at least 6`);
    } else {
      assertRefused(seen.said, 'ControlPlane "mesh"', /values\.istiod\.pilot\.autoscaleM/);
    }
  });

  it("MI-6: chart values that arrive later take nothing away from an installation", async () => {
    const seen = await get<Preview>("MI-6");
    if (seen.accepted) {
      const { template } = planned(seen, "Deployment", "istiod-1-31-1").spec;
      const [{ env, image }] = template.spec.containers;
      const value = (name: string) => env.find((one: { name: string }) => one.name === name)?.value;
      assert.equal(value("PILOT_ENABLE_AMBIENT"), "true");
      assert.equal(value("PILOT_TRACE_SAMPLING"), "5");
      assert.match(image, /^registry\.example\.com\/mesh\//);
    } else {
      assertRefused(seen.said, 'ControlPlane "mesh"', /values(\.istiod)?: /);
    }
  });

  it("MI-3: an own folder of the CNI's programs wins over the platform's, or is refused", async () => {
    const seen = await get<Preview>("cni-path");
    if (seen.accepted) {
      const { template } = planned(seen, "DaemonSet", "istio-cni-node").spec;
      const paths = template.spec.volumes.map(
        ({ hostPath }: { hostPath?: { path: string } }) => hostPath?.path,
      );
      assert.ok(paths.includes("/opt/own/cni/bin"), `mounted: ${paths.join(", ")}`);
    } else {
      assertRefused(seen.said, 'ControlPlane "mesh"', /values\.cni\.cniBinDir: /);
    }
  });
});
