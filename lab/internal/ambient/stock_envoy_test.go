package ambient

import (
	"strings"
	"testing"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

// An ALLOW policy by principal could never match without the first of these, and a waypoint for
// several Services could not tell them apart without the second.
func TestAWaypointLearnsWhoCallsWhom(t *testing.T) {
	content, err := yaml.YAMLToJSON(stockEnvoy)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"io.istio.peer_principal", "io.istio.connect_authority", "envoy.filters.listener.original_dst.local_ip"} {
		if count := strings.Count(string(content), `"object_key":"`+key+`"`); count != 1 {
			t.Errorf("%s is set %d times", key, count)
		}
	}
	if strings.Contains(string(content), "istio.hashable_string") {
		t.Error("upstream Envoy does not know istio.hashable_string")
	}
}

// A sidecar of a mesh with ambient mode ends HBONE as a waypoint does, and none of its listeners would be
// taken otherwise.
func TestSidecarsAreAdaptedAsWaypointsAre(t *testing.T) {
	waypoints := &unstructured.Unstructured{}
	if err := yaml.Unmarshal(stockEnvoy, &waypoints.Object); err != nil {
		t.Fatal(err)
	}
	sidecars := forSidecars(waypoints)
	if name := sidecars.GetName(); name != "lab-stock-envoy-sidecars" {
		t.Errorf("it is called %s", name)
	}
	spec, _, _ := unstructured.NestedMap(sidecars.Object, "spec")
	if _, named := spec["targetRefs"]; named || len(spec) != 1 {
		t.Errorf("its spec is %v", spec)
	}
	if _, named, _ := unstructured.NestedSlice(waypoints.Object, "spec", "targetRefs"); !named {
		t.Error("the filter for waypoints has lost them")
	}
}
