import { isIpAddress } from "../../../values/ip";
import { isCalledLikeAService, isOutside } from "../../../values/service-host";
import { type PodText, podTexts } from "./outsiders";
import type { Workload } from "./workloads";

/** A host outside of the cluster that Pods are told to call. */
export interface CalledHost {
  readonly host: string;
  readonly path: string;
}

/** Names of variables and flags that hold whom to call. */
const toCall = /url|uri|host|endpoint|addr|server|service|backend|upstream|target|api|broker/i;

/** Names of those that hold an address of the caller's own, or one that is compared or shown and never called. */
const notToCall =
  /(?:^|[_.-])(?:origins?|public|external|self|callback|redirect|issuer|audience|frontend|domain|cors|allow(?:ed)?|ingress|virtual|docs?|help|home|homepage|site|schema|namespace|proxy|labels?|image|registry|repo|support|links?|advertised?|cookie|return|logout|success|cancel)(?:$|[_.-])|^(?:app_|server_|http_)?(?:base|root)_ur[il]$/i;

/** Programs that call what they are given. */
const calling = /\b(?:curl|wget|grpcurl|httpie|hey|k6|fortio|siege|ab)\b/;

const addresses =
  /\b(?:https?|wss?|grpcs?|amqps?|mysql|postgres(?:ql)?|mongodb|rediss?|kafka|nats|ldaps?):\/\/(?:[^\s/@"']*@)?([A-Za-z0-9][A-Za-z0-9.-]*)/g;
const bareHost = /^([A-Za-z0-9][A-Za-z0-9.-]*)(?::\d+)?$/;
const flag = /^--?([\w.-]+)=/;

/** Last labels of names that are looked up outside. Others may well be a namespace. */
const topLevel =
  /\.(?:[a-z]{2}|com|org|net|edu|gov|mil|info|biz|dev|app|cloud|tech|online|store|shop|example)$/;

const isOfOutside = (host: string): boolean =>
  isOutside(host) && !isCalledLikeAService(host) && !isIpAddress(host) && topLevel.test(host);

const inAddresses = (value: string): string[] =>
  [...value.matchAll(addresses)].flatMap(([, host]) => host ?? []);

function hostsIn({ name, value }: PodText, isCaller: boolean): string[] {
  const called = name ?? flag.exec(value)?.[1];
  if (called === undefined) {
    return isCaller ? inAddresses(value) : [];
  }
  if (notToCall.test(called) || !toCall.test(called)) {
    return [];
  }
  const [, bare] = bareHost.exec(value) ?? [];
  return bare === undefined ? inAddresses(value) : [bare];
}

/** The hosts outside that Pods are clearly told to call: by a program that does, or by a name that says so. */
export function calledOutside(workload: Workload): CalledHost[] {
  const texts = podTexts(workload);
  const isBehindProxy = texts.some(({ name }) => /^https?_proxy$/i.test(name ?? ""));
  const isCaller = texts.some(({ name, value }) => name === undefined && calling.test(value));
  return isBehindProxy
    ? []
    : texts.flatMap((one) =>
        hostsIn(one, isCaller)
          .map((host) => host.toLowerCase())
          .filter(isOfOutside)
          .map((host) => ({ host, path: one.path })),
      );
}
