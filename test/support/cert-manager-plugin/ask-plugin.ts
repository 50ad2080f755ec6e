import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as enginePb from "@pulumi/pulumi/proto/engine_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as providerPb from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as resourcePb from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Fields } from "./release-args";

/** What a plugin makes of inputs: the arguments of its Release, or why it refuses them. */
export type Answer = { release: Fields } | { refused: string };

const token = "kubernetes-cert-manager:index:CertManager";
const name = "asked";

type Handler = grpc.handleUnaryCall<never, unknown>;

/** Answers every request of a service with an empty message but for those that are named. */
function serve(service: grpc.ServiceDefinition, own: Record<string, Handler>) {
  const nothing: Handler = (_, answer) => answer(null, new Empty());
  const handlers = Object.keys(service).map((method) => [method, own[method] ?? nothing]);
  return Object.fromEntries(handlers) as grpc.UntypedServiceImplementation;
}

/** Stands in for the engine, of which a plugin asks little, and keeps the Release that is registered. */
class Engine {
  private readonly server = new grpc.Server();
  private releases: Fields[] = [];

  async start(): Promise<string> {
    this.server.addService(
      EngineService as unknown as grpc.ServiceDefinition,
      serve(EngineService as unknown as grpc.ServiceDefinition, {
        getRootResource: (_, answer) => answer(null, new enginePb.GetRootResourceResponse()),
      }),
    );
    const monitor = ResourceMonitorService as unknown as grpc.ServiceDefinition;
    this.server.addService(
      monitor,
      serve(monitor, {
        supportsFeature: (call, answer) => {
          const features = ["secrets", "resourceReferences", "outputValues"];
          const request = call.request as resourcePb.SupportsFeatureRequest;
          const response = new resourcePb.SupportsFeatureResponse();
          response.setHassupport(features.includes(request.getId()));
          answer(null, response);
        },
        registerResource: (call, answer) => {
          const request = call.request as resourcePb.RegisterResourceRequest;
          if (request.getType() === "kubernetes:helm.sh/v3:Release") {
            this.releases.push(request.getObject()?.toJavaScript() as Fields);
          }
          const response = new resourcePb.RegisterResourceResponse();
          response.setUrn(`urn:pulumi:s::p::${request.getType()}::${request.getName()}`);
          response.setObject(Struct.fromJavaScript({}));
          answer(null, response);
        },
      }),
    );
    const port = await new Promise<number>((resolve, reject) => {
      const credentials = grpc.ServerCredentials.createInsecure();
      this.server.bindAsync("127.0.0.1:0", credentials, (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    return `127.0.0.1:${port}`;
  }

  /** The Releases that were registered since it was asked last. */
  take(): Fields[] {
    const taken = this.releases;
    this.releases = [];
    return taken;
  }

  stop(): void {
    this.server.forceShutdown();
  }
}

async function portOf(plugin: ChildProcess): Promise<string> {
  if (!plugin.stdout) {
    throw new Error("the plugin has no output");
  }
  const [line] = await once(createInterface({ input: plugin.stdout }), "line");
  return String(line).trim();
}

function construct(client: ResourceProviderClient, monitor: string, inputs: Fields): Promise<void> {
  const request = new providerPb.ConstructRequest();
  request.setProject("p");
  request.setStack("s");
  request.setDryrun(true);
  request.setMonitorendpoint(monitor);
  request.setType(token);
  request.setName(name);
  request.setInputs(Struct.fromJavaScript(inputs as never));
  request.setAcceptsOutputValues(true);
  return new Promise((resolve, reject) => {
    client.construct(request, (error) => (error ? reject(error) : resolve()));
  });
}

/** What a plugin makes of each of the inputs, asked as the engine asks in a preview. */
export async function askPlugin(binary: string, all: readonly Fields[]): Promise<Answer[]> {
  const engine = new Engine();
  const endpoint = await engine.start();
  const plugin = spawn(binary, [endpoint], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const port = await portOf(plugin);
    const client = new ResourceProviderClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
    );
    const answers: Answer[] = [];
    for (const inputs of all) {
      answers.push(
        await construct(client, endpoint, inputs).then(
          () => ({ release: engine.take()[0] ?? {} }),
          (error: grpc.ServiceError) => ({ refused: error.details }),
        ),
      );
      engine.take();
    }
    client.close();
    return answers;
  } finally {
    plugin.kill();
    engine.stop();
  }
}
