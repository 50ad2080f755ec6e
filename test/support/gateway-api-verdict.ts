import type { Answer, HeaderChanges } from "../../analysis/requests/answer";
import type { ConformanceCase } from "./gateway-api-cases";
import type { Question } from "./gateway-api-question";
import { elements, fields, type GoFields, text } from "./go-literal";

type Headers = Readonly<Record<string, string>>;

/** Headers as they are after a proxy has changed them. */
function changed(
  headers: Headers,
  { set = {}, add = {}, remove = [] }: HeaderChanges = {},
): Headers {
  const all = new Map(Object.entries(headers));
  for (const [name, value] of Object.entries(set)) {
    all.set(name.toLowerCase(), value);
  }
  for (const [name, value] of Object.entries(add)) {
    const before = all.get(name.toLowerCase());
    all.set(name.toLowerCase(), before === undefined ? value : `${before},${value}`);
  }
  for (const name of remove) {
    all.delete(name.toLowerCase());
  }
  return Object.fromEntries(all);
}

/** Headers that are not as the suite wants them. */
function headerDifferences(what: string, wanted: GoFields, got: Headers): string[] {
  const values = Object.entries(fields(wanted.Headers))
    // Envoy's own answer to a browser's question is no part of the model.
    .filter(([name]) => !name.toLowerCase().startsWith("access-control-"))
    .filter(([name, value]) => text(value) !== (got[name.toLowerCase()] ?? ""))
    .map(([name, value]) => `${what} ${name}: ${got[name.toLowerCase()]}, not ${text(value)}`);
  const absent = elements(wanted.AbsentHeaders)
    .filter((name) => got[text(name).toLowerCase()] !== undefined)
    .map((name) => `${what} ${text(name)} is there`);
  return [...values, ...absent];
}

const one = (what: string, got: unknown, wanted: unknown): string[] =>
  wanted === "" || wanted === undefined || got === wanted ? [] : [`${what} ${got}, not ${wanted}`];

const defaultPorts: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

function redirectDifferences({ redirect }: Answer, wanted: GoFields, { host }: Question): string[] {
  const to = new URL(redirect?.location ?? "", `http://${host}`);
  const port = text(wanted.Port);
  return [
    ...one("redirected to host", to.hostname, text(wanted.Host)),
    ...one("redirected to scheme", to.protocol, text(wanted.Scheme) && `${text(wanted.Scheme)}:`),
    ...one("redirected to port", to.port || defaultPorts[to.protocol], port),
    ...one("redirected to path", to.pathname, text(wanted.Path)),
  ];
}

/** What arrives at the backend, and at whom. */
function arrivalDifferences(answer: Answer, expected: GoFields, asked: Question): string[] {
  const backend = text(expected.Backend);
  const wanted = fields(expected.ExpectedRequest ?? expected.ExpectedRequestMetadata);
  const request = fields(wanted.Request);
  const response = fields(expected.Response);
  const mirrors = elements(expected.MirroredTo)
    .map((mirror) => text(fields(fields(mirror).BackendRef).Name))
    .sort();
  return [
    ...answer.destinations
      .filter(({ service, workload }) => backend !== "" && ![service, workload].includes(backend))
      .map(({ service }) => `reaches ${service}, not ${backend}`),
    ...one("path", answer.rewritten?.path ?? asked.path, text(request.Path)),
    ...one("host", answer.rewritten?.host ?? asked.host, text(request.Host)),
    ...one(
      "mirrors",
      answer.mirrors
        .map(({ service }) => service)
        .sort()
        .join(),
      mirrors.join(),
    ),
    ...headerDifferences(
      "header",
      { ...request, AbsentHeaders: wanted.AbsentHeaders ?? [] },
      changed(asked.headers, answer.requestHeaders),
    ),
    ...(response.ValidHeaderValues === undefined
      ? headerDifferences(
          "response header",
          response,
          changed(lowerNames(fields(expected.BackendSetResponseHeaders)), answer.responseHeaders),
        )
      : []),
  ];
}

const lowerNames = (headers: GoFields): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), text(value)]),
  );

const refusals: Readonly<Record<string, number>> = { noRoute: 404, unavailable: 503 };

/** Status that the client sees; a call that the suite delays is late where a timeout is set. */
function statusOf({ outcome, status, redirect, timeout }: Answer, { path }: Question): number {
  const isLate = timeout !== undefined && path.includes("delay=");
  return isLate ? 504 : (redirect?.status ?? status ?? refusals[outcome] ?? 200);
}

/** Statuses of HTTP that are right; a proxy without a route for a method of gRPC answers 404. */
function wantedStatuses({ Response }: GoFields): number[] {
  const { StatusCode, StatusCodes, Code } = fields(Response);
  const all = [StatusCode, ...elements(StatusCodes)].filter((status) => typeof status === "number");
  const grpc = Code === "Unimplemented" ? 404 : 200;
  return all.length > 0 ? all : [grpc];
}

/** Where an answer is not what the suite asks for. */
export function differencesIn(
  answer: Answer,
  { expected }: ConformanceCase,
  asked: Question,
): string[] {
  const wanted = wantedStatuses(expected);
  const status = statusOf(answer, asked);
  if (!wanted.includes(status)) {
    return [`${answer.outcome} ${status}, not ${wanted.join(" or ")}`];
  }
  if (answer.outcome === "redirect") {
    return redirectDifferences(answer, fields(expected.RedirectRequest), asked);
  }
  return answer.outcome === "routed" && status === 200
    ? arrivalDifferences(answer, expected, asked)
    : [];
}
