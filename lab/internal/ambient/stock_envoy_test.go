package ambient

import (
	"strings"
	"testing"

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
