import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MeshObject } from "../../../analysis/objects/mesh-object";
import type { Request } from "../../../analysis/requests/request";
import { eventually, must } from "../command";
import type { Lab } from "../lab";
import type { LabAnswer, LabQuestion } from "./lab-client";
import { worldServices } from "./world";

interface List {
  readonly items: readonly MeshObject[];
}
interface Named {
  readonly metadata: { readonly name: string };
}
interface Synced {
  readonly proxy: string;
  readonly listener_sent?: string;
  readonly listener_acked?: string;
  readonly route_sent?: string;
  readonly route_acked?: string;
}
interface Address {
  readonly spec: { readonly clusterIP: string };
  readonly status: { readonly loadBalancer: { readonly ingress?: readonly { ip: string }[] } };
}

const mark = "istio-mesh-test";
const ofSets = [
  "virtualservices",
  "destinationrules",
  "gateways.networking.istio.io",
  "sidecars",
  "authorizationpolicies",
  "peerauthentications",
  "secrets",
  "httproutes.gateway.networking.k8s.io",
  "referencegrants.gateway.networking.k8s.io",
].join(",");

interface Place {
  readonly name: string;
  readonly namespace: string;
}

/** The Gateway API's own Gateway, and the Service that istiod makes for it. */
export interface LabGateways {
  readonly ingress: Place;
  readonly front: Place;
}

/** A policy that refuses nobody's request; all proxies have it when they have what was applied before. */
const marker = (): MeshObject =>
  ({
    apiVersion: "security.istio.io/v1",
    kind: "AuthorizationPolicy",
    metadata: { name: "marker", namespace: "istio-system", labels: { [mark]: "set" } },
    spec: {
      action: "DENY",
      rules: [{ to: [{ operation: { paths: [`/marker-${Date.now()}`] } }] }],
    },
  }) as MeshObject;

/** Names of headers as many clients write them: proxies compare them in lower case. */
const asBrowsers = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );

/** Where the lab asks a request. */
const callerOf = ({ from }: Request): string =>
  from.kind === "workload" ? `${from.namespace}/${from.name}` : "node";

/** The mesh of a lab: takes sets of objects, and is asked by Pods and from outside. */
export class LabMesh {
  private readonly files: string;
  private ground: readonly MeshObject[] = [];
  private readonly addresses = new Map<string, string>();
  private istiod = "";
  private questions = 0;

  constructor(
    private readonly lab: Lab,
    private readonly gateways: LabGateways,
  ) {
    this.files = join("build", "test", lab.name, "questions");
  }

  /** Waits for all Pods, and reads what there is in every set. */
  async begin(): Promise<void> {
    mkdirSync(this.files, { recursive: true });
    const { ingress, front } = this.gateways;
    await this.readAddress(ingress, ingress.name);
    await this.readAddress(front, `${front.name}-istio`);
    for (const namespace of ["shop", "bank", "plain", ingress.namespace]) {
      const wait = ["wait", "deployment", "--all", "--for=condition=Available", "-n", namespace];
      await this.lab.kubectl(...wait, "--timeout=180s");
    }
    const kinds =
      "namespaces,services,deployments,serviceaccounts,gateways.gateway.networking.k8s.io";
    const { items } = await this.lab.get<List>(kinds, "-A");
    const config = await this.lab.get<MeshObject>("configmap", "istio", "-n", "istio-system");
    this.ground = [...items, config];
    for (const { name, namespace } of worldServices) {
      const { spec } = await this.lab.get<Address>("service", name, "-n", namespace);
      this.addresses.set(`${name}.${namespace}`, spec.clusterIP);
    }
    const pods = await this.lab.get<{ items: Named[] }>(
      "pods",
      "-n",
      "istio-system",
      "-l",
      "app=istiod",
    );
    this.istiod = `istio-system/${pods.items[0]?.metadata.name}`;
  }

  /** Waits for the address of a gateway, and keeps it. */
  private async readAddress({ name, namespace }: Place, service: string): Promise<void> {
    await eventually(async () => {
      const { status } = await this.lab.get<Address>("service", service, "-n", namespace);
      const [{ ip } = { ip: undefined }] = status.loadBalancer.ingress ?? [];
      assert.ok(ip, service);
      this.addresses.set(`${namespace}/${name}`, ip);
    }, 60);
  }

  /** Replaces the set; returns all objects that there are then, once all proxies know of them. */
  async take(set: readonly MeshObject[]): Promise<MeshObject[]> {
    const labelled = set.map((one) => ({
      ...one,
      metadata: { ...one.metadata, labels: { [mark]: "set" } },
    }));
    const list = (items: readonly MeshObject[]) =>
      JSON.stringify({ apiVersion: "v1", kind: "List", items });
    await this.lab.kubectl("delete", ofSets, "-A", "-l", `${mark}=set`, "--wait=true");
    // What the webhook refuses is not in the set that is read back.
    await this.lab.apply("set", list(labelled));
    const before = await this.synced();
    const { code, stderr } = await this.lab.apply("marker", list([marker()]));
    assert.equal(code, 0, stderr);
    await eventually(async () => {
      const now = await this.synced();
      for (const one of now) {
        const old = before.find(({ proxy }) => proxy === one.proxy);
        assert.notEqual(one.listener_sent, old?.listener_sent, one.proxy);
        assert.equal(one.listener_acked, one.listener_sent, one.proxy);
        assert.equal(one.route_acked, one.route_sent, one.proxy);
      }
    }, 60);
    const { items } = await this.lab.get<List>(ofSets, "-A", "-l", `${mark}=set`);
    return [...this.ground, ...items];
  }

  private async synced(): Promise<readonly Synced[]> {
    const url = "http://127.0.0.1:8080/debug/syncz";
    return JSON.parse(await this.lab.exec(this.istiod, "curl", "--silent", url));
  }

  /** Asks requests, each once, and returns what came of them in the same order. */
  async ask(requests: readonly Request[]): Promise<LabAnswer[]> {
    const byCaller = new Map<string, Request[]>();
    for (const request of requests) {
      const caller = callerOf(request);
      byCaller.set(caller, [...(byCaller.get(caller) ?? []), request]);
    }
    const answers = new Map<Request, LabAnswer>();
    for (const [caller, own] of byCaller) {
      const file = join(this.files, `${++this.questions}.json`);
      writeFileSync(file, JSON.stringify(own.map((request) => this.question(request))));
      const script = ["--import", "tsx", "test/support/requests/lab-client.ts", file];
      const found: LabAnswer[] = JSON.parse(await this.lab.exec(caller, "node", ...script));
      for (const [i, request] of own.entries()) {
        answers.set(request, found[i] as LabAnswer);
      }
    }
    return requests.map((request) => answers.get(request) as LabAnswer);
  }

  private question({ from, host, port, protocol, sni, http }: Request): LabQuestion {
    const [service = "", namespace = "namespace" in from ? from.namespace : ""] = host.split(".");
    const address = this.addresses.get(
      from.kind === "outside" ? (from.gateway ?? "") : `${service}.${namespace}`,
    );
    assert.ok(address, host);
    const { method = "GET", path = "/", headers = {}, authority = host } = http ?? {};
    return {
      address,
      port,
      ...(protocol === "https" && { sni: sni ?? host }),
      method,
      path,
      headers: { ...asBrowsers(headers), host: authority },
    };
  }
}

/** Paths of what the lab has at hand, by the variables that name them. */
export async function labPaths(...variables: string[]): Promise<string[]> {
  const script = variables.map((name) => `echo "$${name}"`).join("; ");
  return (await must("lab/lab", ["tools", "sh", "-c", script])).trim().split("\n");
}
