import { isIpAddress } from "./ip";
import { isCalledLikeAService, isOutside } from "./service-host";

/** Names of variables and flags that hold whom to call. */
const toCall = /url|uri|host|endpoint|addr|server|service|backend|upstream|target|api|broker/i;

/** Names of those that hold an address of the caller's own, or one that is compared or shown and never called. */
const notToCall =
  /(?:^|[_.-])(?:origins?|public|external|self|callback|redirect|issuer|audience|frontend|domain|cors|allow(?:ed)?|ingress|virtual|docs?|help|home|homepage|site|schema|namespace|proxy|labels?|image|registry|repo|support|links?|advertised?|cookie|return|logout|success|cancel|name|group|version|email)(?:$|[_.-])|^(?:app_|server_|http_)?base_ur[il]$|(?:^|_)root_ur[il]$|^(?:app|web|nextauth)_ur[il]$|^(?:app_|web_|kc_)?(?:v?host|hostname)$/i;

const calling = /\b(?:curl|wget|grpcurl|httpie|hey|k6|fortio|siege|ab)\b/;
const networkProxy = /^https?_proxy$/i;
const addresses =
  /\b(?:https?|wss?|grpcs?|amqps?|mysql|postgres(?:ql)?|mongodb|rediss?|kafka|nats|ldaps?):\/\/(?:[^\s/@"']*@)?([A-Za-z0-9][A-Za-z0-9.-]*)/g;
const bareHost = /^([A-Za-z0-9][A-Za-z0-9.-]*)(?::\d+)?$/;
const flag = /^--?([\w.-]+)=/;

/** Last labels of names that are looked up outside. Others may well be a namespace. */
const topLevel =
  /\.(?:[a-z]{2}|com|org|net|edu|gov|mil|info|biz|dev|app|cloud|tech|online|store|shop|example)$/;

/** Whether a command runs a program that calls what it is given. */
export const runsCaller = (command: string): boolean => calling.test(command);

/** Whether a variable says by which proxy of the network calls leave. */
export const isNetworkProxy = (variable: string): boolean => networkProxy.test(variable);

/** Whether a host can be one outside of the cluster alone. */
const isOfOutside = (host: string): boolean =>
  isOutside(host) && !isCalledLikeAService(host) && !isIpAddress(host) && topLevel.test(host);

const inAddresses = (value: string): string[] =>
  [...value.matchAll(addresses)].flatMap(([, host]) => host ?? []);

function written(name: string | undefined, value: string, isCaller: boolean): string[] {
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

/**
 * The hosts outside that a text clearly says to call: a variable or a flag by its name, any other text where it is
 * given to a program that calls.
 */
export const hostsToCall = (name: string | undefined, value: string, isCaller: boolean): string[] =>
  written(name, value, isCaller)
    .map((host) => host.toLowerCase())
    .filter(isOfOutside);
