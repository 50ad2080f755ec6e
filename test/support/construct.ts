import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  ConstructRequest,
  type ConstructResponse,
  GetSchemaRequest,
  type GetSchemaResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  type RegisterResourceRequest,
  RegisterResourceResponse,
  SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

type Call<T> = grpc.ServerUnaryCall<T, unknown>;
type Done<T> = grpc.sendUnaryData<T>;

/** One run of a program, as the provider sees it: a door of its own, and all that was registered there. */
export interface Run {
  address: string;
  registered: string[];
  end(): void;
}

async function serve(
  service: grpc.ServiceDefinition,
  calls: Record<string, grpc.UntypedHandleCall>,
): Promise<{ address: string; end(): void }> {
  const server = new grpc.Server();
  server.addService(service, calls);
  const port = await new Promise<number>((bound, failed) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, own) =>
      error ? failed(error) : bound(own),
    ),
  );
  return { address: `127.0.0.1:${port}`, end: () => server.forceShutdown() };
}

const done = (_: Call<unknown>, end: Done<Empty>): void => end(null, new Empty());

/** Takes notes of what is registered, and hands back what it was given. */
export async function startRun(): Promise<Run> {
  const registered: string[] = [];
  const monitor = await serve(ResourceMonitorService as unknown as grpc.ServiceDefinition, {
    supportsFeature: (_: Call<unknown>, end: Done<SupportsFeatureResponse>) => {
      const response = new SupportsFeatureResponse();
      response.setHassupport(true);
      end(null, response);
    },
    registerResource: (
      { request }: Call<RegisterResourceRequest>,
      end: Done<RegisterResourceResponse>,
    ) => {
      const [type, name] = [request.getType(), request.getName()];
      registered.push(`${type.split(":").pop()} ${name}`);
      const response = new RegisterResourceResponse();
      response.setUrn(`urn:pulumi:dev::shop::${type}::${name}`);
      response.setId(request.getCustom() ? name : "");
      response.setObject(request.getObject());
      end(null, response);
    },
    registerResourceOutputs: done,
    signalAndWaitForShutdown: done,
  });
  return { ...monitor, registered };
}

/** What became of a component that was asked for. */
export interface Constructed {
  urn?: string;
  state?: Record<string, unknown>;
  /** Path and reason of each argument that was refused. */
  refused: string[];
}

/** The paths and reasons stand in the details of the status. */
function refusedOf({ metadata, details }: grpc.ServiceError): string[] {
  const [bytes] = metadata.get("grpc-status-details-bin");
  if (!Buffer.isBuffer(bytes)) {
    return [details];
  }
  return Status.deserializeBinary(bytes)
    .getDetailsList()
    .flatMap((any) => {
      const problems = InputPropertiesError.deserializeBinary(any.getValue_asU8());
      return problems.getErrorsList().map((one) => `${one.getPropertyPath()}: ${one.getReason()}`);
    });
}

/** The program that makes components for other languages, started as Pulumi starts it. */
export class ServedComponents {
  readonly #engine: { end(): void };
  readonly #process: ChildProcess;
  readonly #client: ResourceProviderClient;

  private constructor(engine: { end(): void }, process: ChildProcess, port: string) {
    this.#engine = engine;
    this.#process = process;
    this.#client = new ResourceProviderClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
    );
  }

  static async start(program: string): Promise<ServedComponents> {
    const engine = await serve(EngineService as unknown as grpc.ServiceDefinition, { log: done });
    const process = spawn(program, [engine.address], { stdio: ["ignore", "pipe", "inherit"] });
    const [port] = await once(process.stdout, "data");
    return new ServedComponents(engine, process, String(port).trim());
  }

  construct(
    run: Run,
    component: string,
    name: string,
    inputs: Record<string, unknown>,
  ): Promise<Constructed> {
    const request = new ConstructRequest();
    request.setProject("shop");
    request.setStack("dev");
    request.setMonitorendpoint(run.address);
    request.setType(`istio-mesh:index:${component}`);
    request.setName(name);
    request.setInputs(Struct.fromJavaScript(inputs as Parameters<typeof Struct.fromJavaScript>[0]));
    return new Promise((told) =>
      this.#client.construct(request, (error, response: ConstructResponse) =>
        told(
          error
            ? { refused: refusedOf(error) }
            : {
                urn: response.getUrn(),
                state: response.getState()?.toJavaScript() ?? {},
                refused: [],
              },
        ),
      ),
    );
  }

  /** What editors and generators of code read. */
  schema(): Promise<string> {
    return new Promise((told, failed) =>
      this.#client.getSchema(new GetSchemaRequest(), (error, response: GetSchemaResponse) =>
        error ? failed(error) : told(response.getSchema()),
      ),
    );
  }

  end(): void {
    this.#client.close();
    this.#process.kill();
    this.#engine.end();
  }
}
