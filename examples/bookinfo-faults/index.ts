// Failures on purpose in Bookinfo, each in a namespace of its own: a tester's stars take seven seconds
// or fail, and what the page tells of the book fails for everybody.
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
  const subset = new networking.v1.DestinationRule(
    name,
    {
      metadata: { name: service, namespace },
      spec: {
        host: `${service}.${name}.svc.cluster.local`,
        subsets: [{ name: "v1", labels: { version: "v1" } }],
      },
    },
    { dependsOn: [app] },
  );
  return { namespace, subset };
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
