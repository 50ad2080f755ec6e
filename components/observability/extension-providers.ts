import type * as pulumi from "@pulumi/pulumi";
import type {
  AccessLogFormat,
  ExtAuthzHttpProvider,
  ExtAuthzProvider,
  ExtensionProvider,
  FileAccessLogProvider,
  OpenTelemetryLogProvider,
  OpenTelemetryProvider,
  ProviderService,
  ZipkinProvider,
} from "../install/mesh-config/extension-provider";
import { serviceHost } from "../resources/service-host";
import { ArgumentCheck } from "../validation/argument-check";
import { dnsName, duration, port, type Test } from "../validation/tests";

/** Name by which policies choose a provider. */
export interface ProviderName {
  /** Unique among the mesh config's `extensionProviders`. */
  name: pulumi.Input<string>;
}

/** Where Istio's add-on manifests, or something else, put Jaeger. */
export interface JaegerPlace {
  /** Name of the provider. @default "jaeger" */
  name?: pulumi.Input<string>;
  /** Namespace of the Service. @default "istio-system" */
  namespace?: pulumi.Input<string>;
  /** Service that takes spans over OTLP and gRPC, at port 4317. @default "jaeger-collector" */
  service?: pulumi.Input<string>;
  /** DNS domain of the cluster. @default "cluster.local" */
  clusterDomain?: string;
}

const providerName: Test<string> = (value) =>
  typeof value === "string" && value.trim() === value && value !== ""
    ? undefined
    : `${JSON.stringify(value)} is no name of a provider`;

/** istiod looks a Service up by its whole name; a namespace may stand before it. */
const providerService: Test<string> = (value) => {
  const host = value.replace(/^[a-z0-9-]+\//, "");
  return !dnsName(host) && host.includes(".")
    ? undefined
    : `${JSON.stringify(value)} is not a full host name, such as "collector.observability.svc.cluster.local"`;
};

type More = (check: ArgumentCheck) => void;

/** The provider without its name, once all of it was checked. */
function checked<P extends ProviderService>(
  what: string,
  args: ProviderName & P,
  more: More = () => {},
): P {
  const { name, ...rest } = args;
  const check = new ArgumentCheck(`extensionProviders.${what}`, String(name));
  check.input("name", name, providerName);
  const service = check.input("service", args.service, providerService);
  const number = check.input("port", args.port, port);
  more(check);
  check.done();
  return { ...rest, service, port: number } as unknown as P;
}

function checkFormat(check: ArgumentCheck, format: AccessLogFormat | undefined): void {
  if (format && (format.text === undefined) === (format.labels === undefined)) {
    check.fail("logFormat", `${JSON.stringify(format)} cannot work; set either text or labels`);
  }
}

/** Spans over OTLP: gRPC, or HTTP when `http` is set. */
export const openTelemetryTracing = (
  args: ProviderName & OpenTelemetryProvider,
): ExtensionProvider => ({
  name: args.name,
  opentelemetry: checked("openTelemetryTracing", args),
});

/** Spans for a Jaeger from Istio's add-on manifests in this namespace. */
export function jaeger({
  name = "jaeger",
  namespace = "istio-system",
  service = "jaeger-collector",
  clusterDomain,
}: JaegerPlace = {}): ExtensionProvider {
  const host = serviceHost(service, namespace, clusterDomain);
  return openTelemetryTracing({ name, service: host, port: 4317 });
}

/** Spans in Zipkin's format. */
export const zipkin = (args: ProviderName & ZipkinProvider): ExtensionProvider => ({
  name: args.name,
  zipkin: checked("zipkin", args),
});

/** Access logs in a format of your own on the proxy's standard output, or in another file. */
export function fileAccessLog({
  name,
  ...file
}: ProviderName & Partial<FileAccessLogProvider>): ExtensionProvider {
  const check = new ArgumentCheck("extensionProviders.fileAccessLog", String(name));
  check.input("name", name, providerName);
  checkFormat(check, file.logFormat);
  check.done();
  return { name, envoyFileAccessLog: { path: "/dev/stdout", ...file } };
}

/** Access logs over OTLP and gRPC. */
export const openTelemetryAccessLog = (
  args: ProviderName & OpenTelemetryLogProvider,
): ExtensionProvider => ({
  name: args.name,
  envoyOtelAls: checked("openTelemetryAccessLog", args, (check) =>
    checkFormat(check, args.logFormat),
  ),
});

const checkTimeout =
  ({ timeout }: ExtAuthzProvider): More =>
  (check) =>
    check.input("timeout", timeout, duration);

/** An authorizer for action `CUSTOM` that is asked over HTTP. */
export const httpAuthorizer = (args: ProviderName & ExtAuthzHttpProvider): ExtensionProvider => ({
  name: args.name,
  envoyExtAuthzHttp: checked("httpAuthorizer", args, checkTimeout(args)),
});

/** An authorizer for action `CUSTOM` that is asked over gRPC. */
export const grpcAuthorizer = (args: ProviderName & ExtAuthzProvider): ExtensionProvider => ({
  name: args.name,
  envoyExtAuthzGrpc: checked("grpcAuthorizer", args, checkTimeout(args)),
});
