import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  AppGateway,
  type AppGatewayArgs,
  ExternalService,
  MeshTelemetry,
  SidecarScope,
  TrafficPolicy,
} from "../../components";
import { record } from "../support/record";

/** A name by which another stack hands a value out. */
const key = (value: unknown): string => JSON.stringify(value);

/** All values that the other stack has; they are known only when the engine has answered. */
const values: { [name: string]: unknown } = {};

type FromStack = <T>(value: T) => pulumi.Output<T>;

const specOf = async (kind: RegExp, program: (fromStack: FromStack) => void) => {
  const { resources } = await record(
    () => {
      const stack = new pulumi.StackReference("org/project/platform");
      program((value) => {
        values[key(value)] = value;
        return stack.getOutput(key(value)) as pulumi.Output<typeof value>;
      });
    },
    { state: (type) => (type === "pulumi:pulumi:StackReference" ? { outputs: values } : {}) },
  );
  const found = resources.filter(({ type }) => kind.test(type));
  assert.equal(found.length, 1);
  return found[0]?.inputs.spec;
};

describe("lists, maps and names of another stack", () => {
  it("are settings of a gateway that istiod makes, as a whole and in their parts", async () => {
    const infrastructure = {
      serviceType: "ClusterIP" as const,
      annotations: { "example.com/pool": "edge" },
      labels: { team: "mesh" },
    };
    const made = (late: (fromStack: FromStack) => AppGatewayArgs["infrastructure"]) =>
      specOf(/v1:Gateway$/, (fromStack) => {
        new AppGateway("shop", {
          namespace: "shop",
          dialect: "gateway-api",
          numTrustedProxies: 1,
          routesElsewhere: true,
          infrastructure: late(fromStack) ?? {},
        });
      });
    const plain = await made(() => infrastructure);
    assert.equal(plain.infrastructure.annotations["networking.istio.io/service-type"], "ClusterIP");
    assert.deepEqual(await made((fromStack) => fromStack(infrastructure)), plain);
    assert.deepEqual(
      await made((fromStack) => ({
        serviceType: fromStack(infrastructure.serviceType),
        annotations: fromStack(infrastructure.annotations),
        labels: { team: fromStack("mesh") },
      })),
      plain,
    );
  });

  it("are namespaces, names and regions of a policy", async () => {
    const spec = await specOf(/DestinationRule/, (fromStack) => {
      new TrafficPolicy("calm", {
        service: fromStack("web"),
        namespace: fromStack("shop"),
        exportTo: fromStack(["bank"]),
        loadBalancer: {
          localityLbSetting: {
            distribute: [{ from: fromStack("us/*"), to: fromStack({ "us/*": 100 }) }],
          },
        },
        tls: { mode: "SIMPLE", subjectAltNames: fromStack(["a.example.com"]) },
      });
    });
    assert.deepEqual(spec, {
      host: "web.shop.svc.cluster.local",
      exportTo: ["bank"],
      trafficPolicy: {
        loadBalancer: {
          localityLbSetting: { distribute: [{ from: "us/*", to: { "us/*": 100 } }] },
        },
        tls: { mode: "SIMPLE", subjectAltNames: ["a.example.com"] },
      },
    });
  });

  it("are addresses and endpoints of an external service", async () => {
    const spec = await specOf(/ServiceEntry/, (fromStack) => {
      new ExternalService("db", {
        namespace: "shop",
        hosts: [fromStack("db.example.com")],
        ports: [{ port: fromStack(5432), protocol: "TCP", name: "db" }],
        addresses: fromStack(["192.0.2.1"]),
        resolution: "STATIC",
        endpoints: [
          {
            address: fromStack("192.0.2.1"),
            ports: fromStack({ db: 5433 }),
            labels: fromStack({ app: "db" }),
          },
        ],
        exportTo: fromStack(["."]),
      });
    });
    assert.deepEqual(spec, {
      hosts: ["db.example.com"],
      ports: [{ name: "db", number: 5432, protocol: "TCP" }],
      location: "MESH_EXTERNAL",
      resolution: "STATIC",
      endpoints: [{ address: "192.0.2.1", ports: { db: 5433 }, labels: { app: "db" } }],
      addresses: ["192.0.2.1"],
      exportTo: ["."],
    });
  });

  it("are hosts of a scope and providers of telemetry", async () => {
    const scope = await specOf(/Sidecar$/, (fromStack) => {
      new SidecarScope("small", { namespace: "shop", hosts: fromStack(["./*", "bank/*"]) });
    });
    assert.deepEqual(scope, { egress: [{ hosts: ["./*", "bank/*"] }] });
    const telemetry = await specOf(/^kubernetes:.*Telemetry$/, (fromStack) => {
      new MeshTelemetry("logs", {
        namespace: "shop",
        accessLogging: [{ providers: fromStack(["envoy"]) }],
      });
    });
    assert.deepEqual(telemetry, { accessLogging: [{ providers: [{ name: "envoy" }] }] });
  });
});
