import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Canary,
  CheckLevel,
  MeshNamespace,
  MutualTls,
  meshChecks,
  networking,
} from "../../components";
import { runChecked } from "../support/field-program";

const service = (name: string, namespace: pulumi.Input<string>, port: number) =>
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace },
    spec: { selector: { app: name }, ports: [{ port, name: "http" }] },
  });

const workload = (app: string, namespace: string, calls?: string) =>
  new k8s.apps.v1.Deployment(app, {
    metadata: { name: app, namespace },
    spec: {
      selector: { matchLabels: { app } },
      template: {
        metadata: { labels: { app } },
        spec: {
          containers: [
            { name: app, image: app, env: calls ? [{ name: "URL", value: calls }] : [] },
          ],
        },
      },
    },
  });

const routeTo = (host: pulumi.Input<string>) =>
  new networking.v1.VirtualService("reviews", {
    metadata: { name: "reviews", namespace: "shop" },
    spec: { hosts: ["reviews"], http: [{ route: [{ destination: { host } }] }] },
  });

const wrongHost =
  'VirtualService reviews.shop: spec.http[0].route[0].destination.host: "review": there is no Service review in namespace shop; did you mean "reviews"? [IST0101, KIA1101]';

/** What is told at resources; at last a run is ended with the sum. */
const firstLines = (texts: readonly { text: string }[]) =>
  texts.map(({ text }) => text.split("\n")[0]).filter((line) => line !== sum);

const sum =
  "checked 2 objects together: 1 error, 0 warnings; 0 not judged, since a value is not known yet; 1 reference to what is not declared here";

describe("the checks of a program", () => {
  it("end it with a mistake between two objects, at the one to be changed", async () => {
    const { refusals } = await runChecked(() => {
      meshChecks();
      service("reviews", "shop", 9080);
      routeTo("review");
    });
    assert.deepEqual(
      refusals.map(({ text }) => text.split("\n")[0]),
      [sum, wrongHost],
    );
  });

  it("see a name that arrives later", async () => {
    const { refusals } = await runChecked(() => {
      meshChecks();
      service("reviews", pulumi.output("shop"), 9080);
      routeTo(pulumi.output(Promise.resolve("review")));
    });
    assert.deepEqual(firstLines(refusals), [wrongHost]);
  });

  it("say nothing of the Service of another team", async () => {
    const { refusals, warnings } = await runChecked(() => {
      meshChecks();
      service("reviews", "shop", 9080);
      routeTo("review.elsewhere.svc.cluster.local");
    });
    assert.deepEqual([firstLines(refusals), warnings], [[], []]);
  });

  it("miss a Service in a namespace of the program, unless Helm brings some that nobody sees", async () => {
    const withRelease = async (release: boolean) => {
      const { refusals } = await runChecked(() => {
        const { name: namespace } = new MeshNamespace("shop", { dataPlaneMode: "sidecar" });
        service("reviews", namespace, 9080);
        routeTo("cart");
        if (release) {
          new k8s.helm.v3.Release("shop", { chart: "shop", namespace });
        }
      });
      return firstLines(refusals).filter((line) => line?.startsWith("VirtualService"));
    };
    assert.deepEqual(await withRelease(false), [
      'VirtualService reviews.shop: spec.http[0].route[0].destination.host: "cart": there is no Service cart in namespace shop [IST0101, KIA1101]',
    ]);
    assert.deepEqual(await withRelease(true), []);
  });

  it("do not take a canary's own Services for all of its namespace", async () => {
    const { refusals } = await runChecked(() => {
      const { name: namespace } = new MeshNamespace("shop", { dataPlaneMode: "ambient" });
      new Canary("web", {
        namespace,
        service: "web",
        dialect: "gateway-api",
        port: 80,
        targetPort: 8080,
        versions: [
          { name: "v1", weight: 90 },
          { name: "v2", weight: 10 },
        ],
      });
    });
    assert.deepEqual(refusals, []);
  });

  it("take nobody in an adopted namespace for an outsider, and miss nothing there", async () => {
    const { refusals, warnings } = await runChecked(() => {
      new MeshNamespace("bank", { dataPlaneMode: "sidecar" });
      new MutualTls("bank", { namespace: "bank", mode: "STRICT" });
      workload("ledger", "bank");
      service("ledger", "bank", 9080);
      new MeshNamespace("shop", { dataPlaneMode: "sidecar", adopt: true });
      workload("reports", "shop", "http://ledger.bank:9080/");
      service("reviews", "shop", 9080);
      routeTo("cart.shop.svc.cluster.local");
    });
    assert.deepEqual([firstLines(refusals), warnings], [[], []]);
  });

  it("say nothing of what is said to be in the cluster", async () => {
    const { refusals } = await runChecked(() => {
      meshChecks({ external: ["Service shop/review"] });
      service("reviews", "shop", 9080);
      routeTo("review");
    });
    assert.deepEqual(refusals, []);
  });

  it("are told at another level, or not at all", async () => {
    const at = async (level: CheckLevel) => {
      const { refusals, warnings } = await runChecked(() => {
        meshChecks({ levels: { KIA1101: level } });
        service("reviews", "shop", 9080);
        routeTo("review");
      });
      return [firstLines(refusals), warnings.map((text) => text.split("\n")[0])];
    };
    assert.deepEqual(await at(CheckLevel.Warning), [[], [wrongHost]]);
    assert.deepEqual(await at(CheckLevel.Info), [[], []]);
    assert.deepEqual(await at(CheckLevel.Off), [[], []]);
  });

  it("are not told where they are suppressed as istioctl does it", async () => {
    const suppressed = async (text: string) => {
      const { refusals } = await runChecked(() => {
        meshChecks({ suppress: [text] });
        service("reviews", "shop", 9080);
        routeTo("review");
      });
      return firstLines(refusals);
    };
    assert.deepEqual(await suppressed("IST0101=VirtualService *.shop"), []);
    assert.deepEqual(await suppressed("IST0101=VirtualService *.web"), [wrongHost]);
  });

  it("take their settings from the stack's configuration", async () => {
    const withConfig = async (checks: unknown) => {
      const { refusals } = await runChecked(
        () => {
          service("reviews", "shop", 9080);
          routeTo("review");
        },
        { "istio-mesh:checks": checks },
      );
      return firstLines(refusals);
    };
    assert.deepEqual(await withConfig("on"), [wrongHost]);
    assert.deepEqual(await withConfig("off"), []);
    assert.deepEqual(await withConfig({ levels: { "virtual-service-host": "info" } }), []);
  });

  it("are refused settings that cannot be meant", async () => {
    const { refusals } = await runChecked(
      () => {
        routeTo("review");
      },
      {
        "istio-mesh:checks": {
          levels: { "virtual-service-hosts": "info", KIA1101: "loud" },
          suppress: ["x"],
        },
      },
    );
    assert.deepEqual(
      refusals.flatMap(({ problems }) => problems),
      [
        {
          path: 'levels["KIA1101"]',
          reason: '"loud" is unknown; allowed: error, warning, info, off',
        },
        {
          path: 'levels["virtual-service-hosts"]',
          reason:
            '"virtual-service-hosts" is no code or name of a check; did you mean "virtual-service-host"?',
        },
        { path: "suppress[0]", reason: '"x": "CODE=Kind name.namespace" is expected' },
      ],
    );
  });

  it("tell no value of an object that holds a secret", async () => {
    const { refusals } = await runChecked(() => {
      meshChecks();
      service("reviews", "shop", 9080);
      routeTo(pulumi.secret("review"));
    });
    assert.deepEqual(
      refusals.map(({ text }) => /"review"/.test(text)),
      [false, false],
    );
  });
});
