import type { Answer, HeaderChanges, Reached } from "./answer";
import { percentWords, policyWords, serviceWords } from "./answer-words";

/** What is told of an answer beside who gives it: a name, and words that are the same where it is the same. */
export type Detail = readonly [name: string, words: string];

const headerWords = ({ set = {}, add = {}, remove = [] }: HeaderChanges): string =>
  [
    ...Object.entries(set).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(add).map(([name, value]) => `+ ${name}: ${value}`),
    ...remove.map((name) => `- ${name}`),
  ].join(", ");

const reachedWords = (all: readonly Reached[]): string =>
  all
    .map((one) => `${serviceWords(one)} ${one.version ?? ""} ${percentWords(one.share)}`)
    .sort()
    .join(", ");

const retryWords = ({ attempts, perTryTimeout, retryOn }: NonNullable<Answer["retries"]>): string =>
  [
    `${attempts}`,
    ...(perTryTimeout === undefined ? [] : [`${perTryTimeout} each`]),
    ...(retryOn && retryOn.length > 0 ? [`on ${retryOn.join(", ")}`] : []),
  ].join(" ");

const faultWords = ({ delay, abort }: NonNullable<Answer["fault"]>): string =>
  [
    ...(delay ? [`${delay.fixedDelay} delay of ${percentWords(delay.percentage)}`] : []),
    ...(abort ? [`${abort.status} for ${percentWords(abort.percentage)}`] : []),
  ].join(", ");

/** How a request is sent, in words. */
export function sendingWords(answer: Answer): Detail[] {
  const { timeout, retries, fault, rewritten, requestHeaders, responseHeaders, mirrors, tls } =
    answer;
  const all: (Detail | false | undefined)[] = [
    timeout !== undefined && ["timeout", timeout],
    retries && ["retries", retryWords(retries)],
    fault && ["fault", faultWords(fault)],
    rewritten?.host !== undefined && ["host", rewritten.host],
    rewritten?.path !== undefined && ["path", rewritten.path],
    requestHeaders && ["request headers", headerWords(requestHeaders)],
    responseHeaders && ["response headers", headerWords(responseHeaders)],
    mirrors.length > 0 && ["mirrored to", reachedWords(mirrors)],
    tls.length > 0 && ["TLS", tls.map(({ hop, mode }) => `${hop} ${mode}`).join(", ")],
    ...(answer.connections ?? []).map(
      ({ host, port, settings }): Detail => [
        `connections to ${host}:${port}`,
        JSON.stringify(settings),
      ],
    ),
    answer.wouldBeDeniedBy && [
      "would be denied by",
      answer.wouldBeDeniedBy.map(policyWords).join("; "),
    ],
  ];
  return all.filter((one) => one !== undefined && one !== false);
}
