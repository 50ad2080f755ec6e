import { isPathTemplate, templateOf } from "../../../values/path-template";
import { fitsPattern } from "../../../values/pattern";
import { fitsText, type TestOf } from "./connection-tests";
import type { Test } from "./fit";
import type { SeenRequest, Subject } from "./subject";

/** A test of the request; nothing fits where there is none. */
const ofRequest =
  (fits: (request: SeenRequest) => boolean): Test<Subject> =>
  ({ request }) =>
    request !== undefined && fits(request);

/** A header of HTTP, also by the names that the first line has in HTTP/2; what is missing fits nothing. */
function headerOf(request: SeenRequest, name: string): string | undefined {
  switch (name) {
    case ":method":
      return request.method;
    case ":path":
      return request.target;
    case ":authority":
    case "host":
      return request.authority;
    default:
      return request.headers[name];
  }
}

/** "*" is any value of a header, also an empty one. */
export const header =
  (name: string): TestOf =>
  (value) =>
    ofRequest((request) => {
      const own = headerOf(request, name.toLowerCase());
      return own !== undefined && fitsPattern(value, own);
    });

/** Methods. */
export const method: TestOf = header(":method");

/** Hosts, in whatever case; a port is part of what is compared. */
export const host: TestOf = (value) => {
  const lower = value.toLowerCase();
  return ofRequest(({ authority }) => fitsPattern(lower, authority.toLowerCase()));
};

/** Paths without their query. */
export const path: TestOf = (value) => {
  const fits = isPathTemplate(value)
    ? templateOf(value)
    : (requested: string) => fitsText(value, requested);
  return ofRequest((request) => fits(request.path));
};
