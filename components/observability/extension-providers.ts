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
import { isKnown } from "../validation/when-known";

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

/** What a kind has to check beside name, service and port; what comes back is safe to use. */
type More<P> = (check: ArgumentCheck, provider: P) => P;

/** The name as errors tell it. */
const shown = (name: pulumi.Input<string>) => (isKnown(name) ? name : "a name that arrives later");

/** A provider that is safe to use, and the name under which it is. */
function checked<P extends ProviderService>(
  what: string,
  name: pulumi.Input<string>,
  provider: P,
  more: More<P> = (_, same) => same,
): [name: pulumi.Input<string>, provider: P] {
  const check = new ArgumentCheck(`extensionProviders.${what}`, shown(name));
  const checkedName = check.input("name", name, providerName);
  const service = check.input("service", provider.service, providerService);
  const number = check.input("port", provider.port, port);
  const rest = more(check, provider);
  check.done();
  return [checkedName, { ...rest, service, port: number }];
}

function checkFormat(check: ArgumentCheck, format: AccessLogFormat | undefined): void {
  if (format && (format.text === undefined) === (format.labels === undefined)) {
    check.fail("logFormat", `${JSON.stringify(format)} cannot work; set either text or labels`);
  }
}

/** Spans over OTLP: gRPC, or HTTP when `http` is set. */
export function openTelemetryTracing({
  name: given,
  ...collector
}: ProviderName & OpenTelemetryProvider): ExtensionProvider {
  const [name, opentelemetry] = checked("openTelemetryTracing", given, collector);
  return { name, opentelemetry };
}

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
export function zipkin({
  name: given,
  ...collector
}: ProviderName & ZipkinProvider): ExtensionProvider {
  const [name, provider] = checked("zipkin", given, collector);
  return { name, zipkin: provider };
}

/** Access logs in a format of your own on the proxy's standard output, or in another file. */
export function fileAccessLog({
  name,
  ...file
}: ProviderName & Partial<FileAccessLogProvider>): ExtensionProvider {
  const check = new ArgumentCheck("extensionProviders.fileAccessLog", shown(name));
  const checkedName = check.input("name", name, providerName);
  checkFormat(check, file.logFormat);
  check.done();
  return { name: checkedName, envoyFileAccessLog: { path: "/dev/stdout", ...file } };
}

const logFormat: More<OpenTelemetryLogProvider> = (check, provider) => {
  checkFormat(check, provider.logFormat);
  return provider;
};

/** Access logs over OTLP and gRPC. */
export function openTelemetryAccessLog({
  name: given,
  ...collector
}: ProviderName & OpenTelemetryLogProvider): ExtensionProvider {
  const [name, envoyOtelAls] = checked("openTelemetryAccessLog", given, collector, logFormat);
  return { name, envoyOtelAls };
}

const timeLimit = <P extends ExtAuthzProvider>(check: ArgumentCheck, provider: P): P => {
  const timeout = check.input("timeout", provider.timeout, duration);
  return { ...provider, ...(timeout !== undefined && { timeout }) };
};

/** An authorizer for action `CUSTOM` that is asked over HTTP. */
export function httpAuthorizer({
  name: given,
  ...authorizer
}: ProviderName & ExtAuthzHttpProvider): ExtensionProvider {
  const [name, envoyExtAuthzHttp] = checked("httpAuthorizer", given, authorizer, timeLimit);
  return { name, envoyExtAuthzHttp };
}

/** An authorizer for action `CUSTOM` that is asked over gRPC. */
export function grpcAuthorizer({
  name: given,
  ...authorizer
}: ProviderName & ExtAuthzProvider): ExtensionProvider {
  const [name, envoyExtAuthzGrpc] = checked("grpcAuthorizer", given, authorizer, timeLimit);
  return { name, envoyExtAuthzGrpc };
}
