// Failures on purpose in Bookinfo, each in a namespace of its own: a tester's stars take seven seconds
// or fail, what the page tells of the book fails for everybody, and reviews are not waited for.
// Look at: the page as jason. Reviews gives up before ratings answers, and the page before reviews does,
// which is a mistake of its time limits; a failure at once does less harm than an answer that is late.
import {
  Bookinfo,
  type FaultInjection,
  MeshMode,
  MeshNamespace,
  networking,
  ServiceRoute,
} from "istio-mesh";

/** Bookinfo in a namespace of its own, and what tells version v1 of one service from the others. */
function bookinfo(name: string, service: string) {
  const { name: namespace } = new MeshNamespace(name, { dataPlaneMode: MeshMode.Sidecar });
  const app = new Bookinfo(name, { namespace });
  return { namespace, app, subset: versionOf(name, service, "v1", app) };
}

function versionOf(namespace: string, service: string, version: string, app: Bookinfo) {
  return new networking.v1.DestinationRule(
    `${namespace}-${service}`,
    {
      metadata: { name: service, namespace },
      spec: {
        host: `${service}.${namespace}.svc.cluster.local`,
        subsets: [{ name: version, labels: { version } }],
      },
    },
    { dependsOn: [app] },
  );
}

// Whom the page names in this header once he has signed in.
const jason = { headers: [{ name: "end-user", exact: "jason" }] };
const to = [{ version: "v1" }];

const ofTesters: Record<string, FaultInjection> = {
  "ratings-test-delay": { delay: { fixedDelay: "7s", percentage: 100 } },
  "ratings-test-abort": { abort: { httpStatus: 500, percentage: 100 } },
};
for (const [name, fault] of Object.entries(ofTesters)) {
  const { namespace, subset } = bookinfo(name, "ratings");
  new ServiceRoute(
    name,
    { service: "ratings", namespace, rules: [{ matches: [jason], fault, to }, { to }] },
    { dependsOn: [subset] },
  );
}

const { namespace, subset } = bookinfo("fault-details-v1", "details");
new ServiceRoute(
  "fault-details-v1",
  {
    service: "details",
    namespace,
    rules: [{ fault: { abort: { httpStatus: 555, percentage: 100 } }, to }],
  },
  { dependsOn: [subset] },
);

// reviews v2 has to answer within half a second, and asks ratings, which take two.
const late = bookinfo("request-timeouts", "ratings");
new ServiceRoute(
  "slow-ratings",
  {
    service: "ratings",
    namespace: late.namespace,
    rules: [{ fault: { delay: { fixedDelay: "2s", percentage: 100 } }, to }],
  },
  { dependsOn: [late.subset] },
);
new ServiceRoute(
  "fast-reviews",
  {
    service: "reviews",
    namespace: late.namespace,
    rules: [{ timeout: "0.5s", to: [{ version: "v2" }] }],
  },
  { dependsOn: [versionOf("request-timeouts", "reviews", "v2", late.app)] },
);
