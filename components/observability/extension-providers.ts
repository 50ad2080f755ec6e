import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { checkExactlyOne } from "../../arguments/choice";
import { duration, port, type Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { dnsNameProblem } from "../../values/dns";
import { usualIstioNamespace } from "../../values/known-names";
import { isNamespacedName } from "../../values/namespaced-name";
import { isFullName } from "../../values/service-host";
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
} from "../resources/mesh-config";
import { serviceHost } from "../routing/service-host";

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
    : `${shown(value)} is no name of a provider`;

/** istiod looks a Service up by its whole name; a namespace may stand before it. */
const providerService: Test<string> = (value) =>
  isNamespacedName(value, dnsNameProblem) && isFullName(value)
    ? undefined
    : `${shown(value)} is not a full host name, such as "collector.observability.svc.cluster.local"`;

/** The name as errors tell it. */
const named = (name: unknown) => (typeof name === "string" ? name : "a name that arrives later");

/** Begins the check of a provider that is a Service; its name and place are looked at already. */
function checkProvider<P extends ProviderName & ProviderService>(
  what: string,
  unchecked: P,
): ArgumentCheck<P> {
  const check = checkArguments(`extensionProviders.${what}`, named(unchecked?.name), unchecked);
  check.input("name", check.args.name, providerName);
  check.input("service", check.args.service, providerService);
  check.input("port", check.args.port, port);
  return check;
}

function checkFormat(check: ArgumentCheck, format: AccessLogFormat | undefined): void {
  if (format) {
    checkExactlyOne(check, "logFormat", { object: format, names: ["text", "labels"] });
  }
}

/** Spans over OTLP: gRPC, or HTTP when `http` is set. */
export function openTelemetryTracing(
  collector: ProviderName & OpenTelemetryProvider,
): ExtensionProvider {
  const { name, ...opentelemetry } = checkProvider("openTelemetryTracing", collector).done();
  return { name, opentelemetry };
}

/** Spans for a Jaeger from Istio's add-on manifests in this namespace. */
export function jaeger(place: JaegerPlace = {}): ExtensionProvider {
  const check = checkArguments("extensionProviders.jaeger", named(place.name ?? "jaeger"), place);
  const {
    name = "jaeger",
    namespace = usualIstioNamespace,
    service = "jaeger-collector",
    clusterDomain,
  } = check.done();
  const host = serviceHost(service, namespace, clusterDomain);
  return openTelemetryTracing({ name, service: host, port: 4317 });
}

/** Spans in Zipkin's format. */
export function zipkin(collector: ProviderName & ZipkinProvider): ExtensionProvider {
  const { name, ...provider } = checkProvider("zipkin", collector).done();
  return { name, zipkin: provider };
}

/** Access logs in a format of your own on the proxy's standard output, or in another file. */
export function fileAccessLog(
  file: ProviderName & Partial<FileAccessLogProvider>,
): ExtensionProvider {
  const check = checkArguments("extensionProviders.fileAccessLog", named(file?.name), file);
  check.input("name", check.args.name, providerName);
  checkFormat(check, check.args.logFormat);
  const { name, ...provider } = check.done();
  return { name, envoyFileAccessLog: { path: "/dev/stdout", ...provider } };
}

/** Access logs over OTLP and gRPC. */
export function openTelemetryAccessLog(
  collector: ProviderName & OpenTelemetryLogProvider,
): ExtensionProvider {
  const check = checkProvider("openTelemetryAccessLog", collector);
  checkFormat(check, check.args.logFormat);
  const { name, ...envoyOtelAls } = check.done();
  return { name, envoyOtelAls };
}

/** An authorizer for action `CUSTOM` that is asked over HTTP. */
export function httpAuthorizer(authorizer: ProviderName & ExtAuthzHttpProvider): ExtensionProvider {
  const check = checkProvider("httpAuthorizer", authorizer);
  check.input("timeout", check.args.timeout, duration);
  const { name, ...envoyExtAuthzHttp } = check.done();
  return { name, envoyExtAuthzHttp };
}

/** An authorizer for action `CUSTOM` that is asked over gRPC. */
export function grpcAuthorizer(authorizer: ProviderName & ExtAuthzProvider): ExtensionProvider {
  const check = checkProvider("grpcAuthorizer", authorizer);
  check.input("timeout", check.args.timeout, duration);
  const { name, ...envoyExtAuthzGrpc } = check.done();
  return { name, envoyExtAuthzGrpc };
}
