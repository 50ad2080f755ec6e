import { dnsLabelProblem, dnsNameProblem, hostProblem } from "../values/dns";
import { plainDurationProblem } from "../values/duration";
import { imagePathProblem, imageProblem, imageTagProblem } from "../values/image";
import { metadataKeyProblem, metadataValueProblem } from "../values/label";
import { wholeNumberProblem } from "../values/number";
import { requestPathProblem } from "../values/path";
import { portProblem } from "../values/port";
import { shown } from "./shown";

/** Says why a value cannot work and what would, or nothing when it can. */
export type Test<T> = (value: T) => string | undefined;

/** What a grammar says of a value, with the value in front. */
const told = (value: unknown, problem: string | undefined): string | undefined =>
  problem && `${shown(value)} ${problem}`;

/** A test of texts by their grammar. */
export const textTest =
  (problemOf: (text: string) => string | undefined): Test<string> =>
  (value) =>
    told(value, typeof value === "string" ? problemOf(value) : "is not a text");

/** A test of numbers by their grammar. */
export const numberTest =
  (problemOf: (value: number) => string | undefined): Test<number> =>
  (value) =>
    told(value, problemOf(typeof value === "number" ? value : Number.NaN));

/** Names of Services, namespaces and subsets. */
export const dnsLabel = textTest(dnsLabelProblem);

/** Names of most other objects. */
export const dnsName = textTest(dnsNameProblem);

/** Hosts of gateways and routes. */
export const host = textTest(hostProblem);

/** Path of a request, as far as a route may match on it. */
export const requestPath = textTest(requestPathProblem);

/** Time in Istio's notation. Istio refuses less than a millisecond. */
export const duration = textTest(plainDurationProblem);

/** Whole number between two bounds, both included. */
export const integer = (min: number, max?: number): Test<number> =>
  numberTest(wholeNumberProblem(min, max));

/** Number of a port, 1 to 65535. */
export const port = numberTest(portProblem);

/** Key of a label or an annotation. */
export const metadataKey = textTest(metadataKeyProblem);

/** Value of a label of Kubernetes. */
export const labelValue = textTest(metadataValueProblem);

/** Image with its tag or digest. */
export const imageName = textTest(imageProblem);

/** Registry and path of several images. */
export const imagePath = textTest(imagePathProblem);

/** Tag of several images. */
export const imageTag = textTest(imageTagProblem);
