import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type Recording, record } from "../../test/support/record";
import {
  ControlPlane,
  type ControlPlaneArgs,
  EastWestGateway,
  IngressGateway,
  MeshNamespace,
  type MeshNamespaceArgs,
  RevisionTag,
} from "..";

const sidecar = { profile: "sidecar" } as const;

/** Why a program is refused. */
async function refusal(program: () => void): Promise<string> {
  let message = "";
  await record(() => {
    try {
      program();
    } catch (error) {
      message = (error as Error).message;
    }
  });
  return message;
}

const chart = (seen: Recording, name: string) =>
  seen.the("kubernetes:helm.sh/v4:Chart", name).inputs;

describe("a gateway and the control plane of its program", () => {
  const trusting = (numTrustedProxies: number) => ({
    ...sidecar,
    version: "1.30.5",
    charts: { path: "/charts" },
    platform: "gke" as const,
    imagePullSecrets: ["pull"],
    clusterDomain: "corp.example",
    meshConfig: { defaultConfig: { gatewayTopology: { numTrustedProxies } } },
  });

  it("takes over what it is not told, and waits for it", async () => {
    const seen = await record(() => {
      new ControlPlane("mesh", trusting(1));
      new IngressGateway("edge");
    });
    const { chart: at, version, values } = chart(seen, "edge");
    assert.deepEqual([at, version], ["/charts/gateway", undefined]);
    assert.equal(values.platform, "gke");
    assert.deepEqual(values.imagePullSecrets, [{ name: "pull" }]);
    assert.equal(values.podAnnotations["istio-mesh/control-plane-version"], "1.30.5");
    assert.match(values.podAnnotations["istio-mesh/proxy-settings"], /^[0-9a-f]{16}$/);
    assert.equal(values.revision, undefined);
    const { dependencies } = seen.the("kubernetes:helm.sh/v4:Chart", "edge");
    assert.ok(dependencies.includes("kubernetes:helm.sh/v4:Chart mesh-istiod"), `${dependencies}`);
  });

  it("is waited for by namespaces with sidecars, whose Pods would get none before it", async () => {
    const waits = async (args: MeshNamespaceArgs, more: Partial<ControlPlaneArgs> = {}) => {
      const seen = await record(() => {
        new ControlPlane("mesh", { ...sidecar, ...more });
        new MeshNamespace("shop", args);
      });
      const kind = `kubernetes:core/v1:Namespace${args.adopt ? "Patch" : ""}`;
      const { dependencies } = seen.the(kind, "shop");
      return dependencies.includes("kubernetes:helm.sh/v4:Chart mesh-istiod");
    };
    assert.equal(await waits({ dataPlaneMode: "sidecar" }), true);
    assert.equal(await waits({ dataPlaneMode: "sidecar", adopt: true }), true);
    assert.equal(await waits({ dataPlaneMode: "ambient" }), false);
    assert.equal(await waits({ dataPlaneMode: "none" }), false);
    const named = { dataPlaneMode: "sidecar", revision: "1-31" } as const;
    assert.equal(await waits(named, { revision: "1-31" }), true);
    assert.equal(await waits(named, { revision: "1-30" }), false);
  });

  it("is waited for by nothing inside of what it waits for itself, which would never end", async () => {
    const within = (make: (parent: pulumi.Resource) => void) =>
      refusal(() => {
        const team = new pulumi.ComponentResource("company:index:Team", "team");
        new ControlPlane("mesh", sidecar, { dependsOn: [team] });
        make(team);
      });
    const inTeam =
      /opts\.parent: "team" is in dependsOn of ControlPlane "mesh", which this waits for: neither can be there first/;
    assert.match(
      await within((parent) => new MeshNamespace("shop", { dataPlaneMode: "sidecar" }, { parent })),
      inTeam,
    );
    assert.match(await within((parent) => new IngressGateway("edge", {}, { parent })), inTeam);
    const free = (parent: pulumi.Resource) =>
      new MeshNamespace("shop", { dataPlaneMode: "ambient" }, { parent });
    assert.equal(await within(free), "");
  });

  it("is created anew when proxies read a changed setting only once", async () => {
    const annotation = async (hops: number) => {
      const seen = await record(() => {
        new ControlPlane("mesh", trusting(hops));
        new IngressGateway("edge");
      });
      const istiod = chart(seen, "mesh-istiod").values.podAnnotations;
      const edge = chart(seen, "edge").values.podAnnotations;
      const key = "istio-mesh/proxy-settings";
      assert.equal(istiod[key], edge[key]);
      return edge[key];
    };
    assert.notEqual(await annotation(1), await annotation(2));
  });

  it("keeps its own arguments, and refuses those that contradict", async () => {
    const seen = await record(() => {
      new ControlPlane("mesh", trusting(1));
      new IngressGateway("edge", { imagePullSecrets: ["own"], charts: { path: "/own" } });
    });
    assert.deepEqual(chart(seen, "edge").values.imagePullSecrets, [{ name: "own" }]);
    assert.equal(chart(seen, "edge").chart, "/own/gateway");
    const message = await refusal(() => {
      new ControlPlane("mesh", trusting(1));
      new IngressGateway("edge", { platform: "k3s", version: "1.31.1" });
    });
    assert.match(message, /platform: "k3s" is not what the control plane has, "gke"; leave it out/);
    assert.match(message, /version: "1\.31\.1" is newer than the control plane, "1\.30\.5"/);
  });

  it("takes over the revision of the one that it is given", async () => {
    const seen = await record(() => {
      const mesh = new ControlPlane("mesh", { ...sidecar, revision: "1-31-1" });
      new IngressGateway("edge", { controlPlane: mesh });
      new IngressGateway("other", {
        controlPlane: mesh.handle,
        namespace: "other",
        gatewayName: "other",
      });
    });
    assert.equal(chart(seen, "edge").values.revision, "1-31-1");
    assert.equal(chart(seen, "other").values.revision, "1-31-1");
    const { dependencies } = seen.the("kubernetes:helm.sh/v4:Chart", "other");
    assert.ok(dependencies.includes("kubernetes:helm.sh/v4:Chart mesh-istiod"));
  });

  it("takes over a handle of another stack when it arrives", async () => {
    const handle = pulumi.output({
      version: "1.30.5",
      revision: "default",
      charts: { oci: "oci://registry.example.com/charts" },
      trustDomain: "example.com",
      clusterDomain: "corp.example",
      proxySettings: "abc",
    });
    const seen = await record(() => void new IngressGateway("edge", { controlPlane: handle }));
    const { chart: at, version, values } = chart(seen, "edge");
    assert.deepEqual([at, version], ["oci://registry.example.com/charts/gateway", "1.30.5"]);
    assert.equal(values.podAnnotations["istio-mesh/proxy-settings"], "abc");
    // No revision by name; absent it would be null for the chart, which its schema refuses.
    assert.equal(values.revision, "");
  });

  it("refuses what is no control plane", async () => {
    const give = (controlPlane: unknown) =>
      refusal(() => void new IngressGateway("edge", { controlPlane } as object));
    assert.match(await give("mesh"), /controlPlane: "mesh" is not an object/);
    assert.match(
      await give({ versoin: "1.31.1" }),
      /controlPlane\.versoin: .*did you mean "version"/,
    );
    const other = () =>
      new IngressGateway("edge", {
        controlPlane: new MeshNamespace("shop", { dataPlaneMode: "none" }) as object,
      });
    assert.match(await refusal(other), /controlPlane: a resource .* is not an object/);
  });

  it("is in the network of the control plane", async () => {
    const seen = await record(() => {
      new ControlPlane("mesh", { ...sidecar, network: "network1" });
      new EastWestGateway("between");
    });
    assert.equal(chart(seen, "between").values.networkGateway, "network1");
    const namespace = seen.the("kubernetes:core/v1:Namespace", "mesh").inputs;
    assert.equal(namespace.metadata.labels["topology.istio.io/network"], "network1");
    const raw = { istiod: { global: { network: "network-1" } } };
    const message = await refusal(() => {
      new ControlPlane("mesh", { ...sidecar, values: raw });
      new EastWestGateway("between", { network: "network1" });
    });
    assert.match(
      message,
      /network: "network1" is not the network of the control plane.*"network-1"/,
    );
  });

  it("may trust proxies in front by itself", async () => {
    const seen = await record(() => void new IngressGateway("edge", { numTrustedProxies: 2 }));
    assert.equal(
      chart(seen, "edge").values.podAnnotations["proxy.istio.io/config"],
      '{"gatewayTopology":{"numTrustedProxies":2}}',
    );
  });
});

describe("revisions of one program", () => {
  const shared = () => new ControlPlane("shared", { ...sidecar, parts: "shared" });
  const istiod = (revision?: string) =>
    new ControlPlane(`istiod-${revision}`, {
      ...sidecar,
      parts: "istiod",
      ...(revision && { revision }),
    });

  it("may come before the one that validates, with the shared parts", async () => {
    const { warnings } = await record(() => {
      istiod("1-31-1");
      new ControlPlane("mesh", sidecar);
    });
    assert.deepEqual(warnings, []);
  });

  it("need one that validates and injects by default", async () => {
    const message = await refusal(() => {
      shared();
      istiod("1-31-1");
    });
    assert.match(
      message,
      /ControlPlane "istiod-1-31-1".*\n {2}revision: .*defaultRevision: "1-31-1"/,
    );
    assert.match(
      await refusal(() => {
        istiod("1-31-1");
        shared();
      }),
      /ControlPlane "shared".*\n {2}defaultRevision: .*relies on it/,
    );
    const fine = await record(() => {
      shared();
      istiod();
      istiod("1-31-1");
    });
    assert.deepEqual(fine.warnings, []);
  });

  it("are told when a tag, a namespace or a gateway names another one", async () => {
    const { warnings } = await record(() => {
      new ControlPlane("mesh", { ...sidecar, revision: "1-31-1", revisionTags: ["prod"] });
      new RevisionTag("stable", { revision: "1-13-1" });
      new MeshNamespace("shop", { dataPlaneMode: "sidecar", revision: "prd" });
      new MeshNamespace("bank", { dataPlaneMode: "sidecar", revision: "prod" });
      new IngressGateway("edge", { revision: "stable" });
    });
    assert.equal(warnings.length, 2, warnings.join("\n"));
    assert.match(warnings[0] ?? "", /^RevisionTag "stable": revision: .*"1-13-1": .*did you mean/);
    assert.match(warnings[1] ?? "", /^MeshNamespace "shop": revision: .*"prd": .*mean "prod"/);
  });

  it("have names that belong to one of them", async () => {
    const message = await refusal(() => {
      new ControlPlane("mesh", { ...sidecar, revision: "1-31-1", revisionTags: ["prod"] });
      new RevisionTag("prod", { revision: "1-31-0" });
    });
    assert.match(message, /tag: name of an istiod, prod belongs to ControlPlane "mesh" already/);
  });
});

describe("namespaces and the control plane of their program", () => {
  const baseline = { "pod-security.kubernetes.io/enforce": "baseline" };

  it("let sidecars in by the CNI agent where Pod security lets no init container in", async () => {
    const shop = (cni?: boolean) => () => {
      new ControlPlane("mesh", { ...sidecar, ...(cni && { cni }) });
      new MeshNamespace("shop", { dataPlaneMode: "sidecar", labels: baseline });
    };
    assert.match(
      await refusal(shop()),
      /labels\["pod-security\.kubernetes\.io\/enforce"\]: "baseline" .*cni: true on ControlPlane "mesh"/,
    );
    assert.equal(await refusal(shop(true)), "");
  });

  it("are ambient only where the nodes have ztunnel", async () => {
    const shop = (profile: "sidecar" | "ambient") => () => {
      new ControlPlane("mesh", { profile });
      new MeshNamespace("shop", { dataPlaneMode: "ambient" });
    };
    const { warnings } = await record(shop("sidecar"));
    assert.match(
      warnings.join("\n"),
      /dataPlaneMode: "ambient" needs ztunnel.*ControlPlane "mesh"/,
    );
    assert.deepEqual((await record(shop("ambient"))).warnings, []);
  });

  it("are created by one component", async () => {
    const message = await refusal(() => {
      new MeshNamespace("istio-ingress", { dataPlaneMode: "none" });
      new IngressGateway("edge");
    });
    assert.match(
      message,
      /createNamespace: Namespace istio-ingress belongs to MeshNamespace "istio-ingress" already; write createNamespace: false/,
    );
  });
});

describe("clusters that bring the Gateway API", () => {
  it("are told of, by their platform", async () => {
    const warnings = async (args: object) =>
      (await record(() => void new ControlPlane("mesh", { profile: "ambient", ...args }))).warnings;
    const [warning, ...others] = await warnings({ platform: "k3s" });
    assert.match(warning ?? "", /^ControlPlane "mesh": gatewayApi\.mode: .*mode: "expect"/);
    assert.deepEqual(others, []);
    assert.deepEqual(await warnings({}), []);
    assert.deepEqual(await warnings({ platform: "k3s", gatewayApi: { mode: "install" } }), []);
  });
});
