import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expected } from "../test/support/unhandled-rejections";
import { impactOf } from "./impact-of";
import { meshOf, type ProgramOptions } from "./mesh-of";
import type { TestMesh } from "./test-mesh";

const idsOf = ({ objects }: Pick<TestMesh, "objects">): string[] =>
  objects.map(({ kind, metadata: { namespace, name } }) =>
    [kind, ...(namespace === undefined ? [] : [namespace]), name].map(String).join(" "),
  );

const map = (name: string, opts?: pulumi.CustomResourceOptions) =>
  new k8s.core.v1.ConfigMap(name, { data: { name } }, opts);

const rendered = (name: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: web\n`;

const ids = async (program: () => unknown, options?: ProgramOptions): Promise<string[]> =>
  idsOf(await meshOf(program, options));

describe("the mesh of a program", function () {
  this.timeout(60_000);

  it("has every object, in one order, with what arrives later and the names that the provider gives", async () => {
    const found = await ids(() => {
      const b = map("b");
      b.metadata.name.apply(
        (name) => new k8s.core.v1.ServiceAccount("after", { metadata: { name: `${name}-after` } }),
      );
      new k8s.core.v1.Namespace("web", { metadata: { name: "web" } });
      new k8s.apiextensions.CustomResource("route", {
        apiVersion: "networking.istio.io/v1",
        kind: "VirtualService",
        metadata: { name: "route", namespace: pulumi.output("web") },
        spec: { hosts: ["web"] },
      });
      map("a");
      new pulumi.ComponentResource("my:index:Thing", "thing");
    });
    assert.deepEqual(found, [
      "ConfigMap a",
      "ConfigMap b",
      "Namespace web",
      "ServiceAccount b-after",
      "VirtualService web route",
    ]);
  });

  it("has the configuration that is given, under the project's name or its own", async () => {
    const names = () => {
      const [own, other] = [new pulumi.Config(), new pulumi.Config("other")];
      map(`${own.require("name")}-${own.requireObject<number[]>("list").length}`);
      map(other.require("name"));
      map(`${pulumi.getProject()}-${pulumi.getStack()}`);
    };
    const config = { name: "a", list: [1, 2], "other:name": "b" };
    assert.deepEqual(await ids(names, { config, project: "shop", stack: "dev" }), [
      "ConfigMap a-2",
      "ConfigMap b",
      "ConfigMap shop-dev",
    ]);
    await assert.rejects(ids(names), /Missing required configuration variable 'project:name'/);
  });

  it("runs a program that is a function, or ends later", async () => {
    const later = async () => {
      await new Promise((done) => setTimeout(done, 20));
      map("late");
    };
    assert.deepEqual(await ids(later), ["ConfigMap late"]);
    assert.deepEqual(await ids(() => () => map("inner")), ["ConfigMap inner"]);
  });

  it("runs programs one after another", async () => {
    const slow = async () => {
      map("a");
      await new Promise((done) => setTimeout(done, 20));
      map("b");
    };
    assert.deepEqual(await Promise.all([ids(slow), ids(() => map("c"))]), [
      ["ConfigMap a", "ConfigMap b"],
      ["ConfigMap c"],
    ]);
  });

  it("loads a program's own files anew", async () => {
    const folder = mkdtempSync(join(tmpdir(), "program-"));
    const file = join(folder, "index.js");
    const kubernetes = JSON.stringify(require.resolve("@pulumi/kubernetes"));
    writeFileSync(file, `new (require(${kubernetes})).core.v1.ConfigMap("file", {});`);
    const found = [await ids(() => require(file)), await ids(() => require(file))];
    rmSync(folder, { recursive: true });
    assert.deepEqual(found, [["ConfigMap file"], ["ConfigMap file"]]);
  });

  it("gives objects the namespace of their provider", async () => {
    const program = () => {
      const provider = new k8s.Provider("own", { namespace: "web" });
      map("a", { provider });
      new k8s.core.v1.Namespace("n", { metadata: { name: "n" } }, { provider });
    };
    assert.deepEqual(await ids(program), ["ConfigMap web a", "Namespace n"]);
  });

  it("is of one cluster: of several, those whose providers are named", async () => {
    const program = () => {
      map("a", { provider: new k8s.Provider("east") });
      map("b", { provider: new k8s.Provider("west") });
      map("c");
    };
    await assert.rejects(ids(program), {
      message:
        "the program sends objects to several providers (default, east, west): name those of the cluster that is meant in `providers`",
    });
    await assert.rejects(ids(program, { providers: ["north"] }), {
      message: 'no object goes to the provider "north"; there are default, east, west',
    });
    assert.deepEqual(await ids(program, { providers: ["east", "default"] }), [
      "ConfigMap a",
      "ConfigMap c",
    ]);
  });

  it("has the objects of texts and files, whoever reads them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "texts-"));
    const file = join(folder, "d.yaml");
    writeFileSync(file, `${rendered("d")}---\n${rendered("e")}`);
    const mesh = await meshOf(() => {
      new k8s.yaml.ConfigGroup("a", { yaml: rendered("a") });
      new k8s.yaml.v2.ConfigGroup("b", {
        yaml: rendered("b"),
        objs: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c" } }],
      });
      new k8s.yaml.v2.ConfigFile("d", { file });
      new k8s.yaml.v2.ConfigFile("f", { file: "https://example.com/f.yaml" });
    });
    rmSync(folder, { recursive: true });
    assert.deepEqual(idsOf(mesh), [
      "ConfigMap c",
      "ConfigMap web a",
      "ConfigMap web b",
      "ConfigMap web d",
      "ConfigMap web e",
    ]);
    assert.deepEqual(mesh.notRendered, ["https://example.com/f.yaml"]);
  });

  it("has a stand-in for each of Istio's charts, which gives way to what they render", async () => {
    const program = () => {
      const namespace = "edge";
      new k8s.helm.v4.Chart("istiod", {
        chart: "istiod",
        namespace: "istio-system",
        values: { meshConfig: { trustDomain: "shop.example" } },
      });
      new k8s.helm.v3.Release("edge", {
        chart: "oci://host/charts/gateway",
        name: "edge",
        namespace,
      });
      new k8s.helm.v3.Chart("cni", { chart: "cni", namespace });
      new k8s.helm.v4.Chart("shop", { chart: "./shop" });
      new k8s.helm.v3.Chart("cart", { chart: "cart" });
    };
    const mesh = await meshOf(program, { objects: rendered("more") });
    assert.deepEqual(idsOf(mesh), [
      "ConfigMap istio-system istio",
      "ConfigMap web more",
      "Deployment edge edge",
      "Service edge edge",
    ]);
    assert.deepEqual(mesh.notRendered, ['chart "shop"', 'chart "cart"']);
    const own = {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "edge", namespace: "edge" },
    };
    const given = await meshOf(program, { objects: [own, rendered("more")] });
    assert.deepEqual(
      given.objects.find(({ kind }) => kind === "Service"),
      own,
    );
  });

  it("has sidecars take HBONE where a chart's profile is the one for ambient mode", async () => {
    const metadataWith = async (values: object) => {
      const mesh = await meshOf(
        () =>
          new k8s.helm.v4.Chart("istiod", { chart: "istiod", namespace: "istio-system", values }),
      );
      const [config] = mesh.objects as readonly { data?: { mesh?: string } }[];
      return JSON.parse(config?.data?.mesh ?? "{}").defaultConfig?.proxyMetadata;
    };
    const name = "ISTIO_META_ENABLE_HBONE";
    assert.deepEqual(await metadataWith({ profile: "ambient" }), { [name]: "true" });
    assert.deepEqual(await metadataWith({ global: { profile: "ambient" } }), { [name]: "true" });
    assert.deepEqual(
      await metadataWith({
        profile: "ambient",
        meshConfig: { defaultConfig: { proxyMetadata: { [name]: "false", OTHER: "x" } } },
      }),
      { [name]: "false", OTHER: "x" },
    );
    assert.equal(
      await metadataWith({ profile: "demo", global: { profile: "ambient" } }),
      undefined,
    );
  });

  it("takes answers of mocks of one's own", async () => {
    const program = () => {
      const stack = new pulumi.StackReference("org/net/dev");
      stack.getOutput("name").apply((name) => map(String(name)));
      pulumi.output(pulumi.runtime.invoke("my:index:name", {})).apply(({ name }) => map(name));
    };
    const found = await ids(program, {
      mocks: {
        newResource: ({ type, id }) =>
          type === "pulumi:pulumi:StackReference"
            ? { id, state: { outputs: { name: "net" } } }
            : undefined,
        call: ({ token }) => (token === "my:index:name" ? { name: "called" } : undefined),
      },
    });
    assert.deepEqual(found, ["ConfigMap called", "ConfigMap net"]);
  });

  it("has secrets, and writes none of them down", async () => {
    const mesh = await meshOf(() => {
      new k8s.core.v1.Secret("tls", { metadata: { name: "tls" }, stringData: { key: "hunter2" } });
      new k8s.core.v1.ConfigMap("b", {
        metadata: { name: "b", labels: { team: "core" } },
        data: { plain: "seen", token: pulumi.secret("hunter3") },
      });
    });
    assert.deepEqual(mesh.objects[0]?.data, { plain: "seen", token: "hunter3" });
    assert.deepEqual(JSON.parse(mesh.snapshot()), [
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "b", labels: { team: "core" } },
        data: { plain: "seen", token: "[secret]" },
      },
      {
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "tls" },
        stringData: { key: "[secret]" },
      },
    ]);
  });

  it("takes no text for a snapshot that is none", async () => {
    const mesh = await meshOf(() => map("a"));
    for (const text of ["", "{}", "[1"]) {
      assert.throws(() => impactOf(text, mesh), {
        name: "TypeError",
        message: "the snapshot is no text of mesh.snapshot()",
      });
    }
  });

  it("fails as the program does, at once or later", async () => {
    const broken = () => {
      throw new Error("no such stack");
    };
    await assert.rejects(meshOf(broken), { message: "no such stack" });
    const late = () => {
      const wrong = pulumi.output("x").apply((): string => {
        throw new Error("bad later");
      });
      new k8s.core.v1.ConfigMap("a", { metadata: { name: wrong } });
    };
    const error = await meshOf(late).then(
      () => assert.fail("it did not fail"),
      (reason: Error) => reason,
    );
    await expected(error);
    assert.match(error.message, /bad later$/);
  });

  it("is refused where the program declares nothing, as it does when it has been loaded before", async () => {
    await assert.rejects(
      meshOf(() => undefined),
      {
        message:
          'the program declares nothing; load it inside the function, as in meshOf(() => require("../index")), and nowhere before',
      },
    );
  });

  it("is refused where what is given is no object", async () => {
    for (const [objects, message] of [
      ["a: b", "objects is no Kubernetes object: apiVersion and kind are needed"],
      [
        [rendered("a"), { kind: "Service" }],
        "objects[1] is no Kubernetes object: apiVersion and kind are needed",
      ],
      [
        { apiVersion: "v1", kind: "Service" },
        "objects is a Service without a name: metadata.name is needed",
      ],
    ] as const) {
      await assert.rejects(
        meshOf(() => map("a"), { objects }),
        { name: "TypeError", message },
      );
    }
    await assert.rejects(
      meshOf(() => map("a"), { objects: "a: [" }),
      /^TypeError: objects is no YAML: /,
    );
  });
});
