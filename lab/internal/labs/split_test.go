package labs

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"istio-mesh/lab/internal/split"
)

func TestSplitPodsAreThoseBeforeAndAfter(t *testing.T) {
	before := []PodSummary{{Namespace: "shop", Name: "cart-v1-a", App: "cart", Version: "v1"}, {Namespace: "shop", Name: "cart-v1-b", App: "cart", Version: "v1"}}
	after := []PodSummary{{Namespace: "shop", Name: "cart-v1-b", App: "cart", Version: "v1"}, {Namespace: "shop", Name: "cart-v2-c", App: "cart", Version: "v2"}}
	want := []split.Pod{{Name: "cart-v1-a", App: "cart", Version: "v1"}, {Name: "cart-v1-b", App: "cart", Version: "v1"}, {Name: "cart-v2-c", App: "cart", Version: "v2"}}
	if got := splitPods(before, after); !reflect.DeepEqual(got, want) {
		t.Errorf("pods = %v, want %v", got, want)
	}
}

func TestAtEntrance(t *testing.T) {
	layout := Layout{Name: "dev", Dir: filepath.Join(t.TempDir(), "dev")}
	if layout.AtEntrance("http://127.0.0.1:4000/cart") {
		t.Error("a lab that does not run has an entrance")
	}
	if err := layout.create(); err != nil {
		t.Fatal(err)
	}
	started, err := startTime(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := layout.writeRecord(record{PID: os.Getpid(), Started: started, Address: "127.0.0.1:4000"}); err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]bool{
		"http://127.0.0.1:4000/cart": true, "http://localhost:4000": true,
		"http://127.0.0.1:80/cart": false, "http://localhost/": false, "http://cart:4000/": false, "::": false,
	} {
		if got := layout.AtEntrance(address); got != want {
			t.Errorf("AtEntrance(%q) = %t, want %t", address, got, want)
		}
	}
}
