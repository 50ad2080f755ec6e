package labs

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestChooseLog(t *testing.T) {
	names := []string{
		"bookinfo/reviews-v1-1/istio-proxy", "bookinfo/reviews-v1-1/reviews", "bookinfo/reviews-v2-2/reviews",
		"etcd", "kube-apiserver", "kube-proxy", "kwok",
	}
	for _, c := range []struct {
		wanted string
		want   []string
	}{
		{"etcd", []string{"etcd"}},
		{"bookinfo/reviews-v2-2/reviews", []string{"bookinfo/reviews-v2-2/reviews"}},
		{"bookinfo/reviews-v1-1", names[:2]},
		{"bookinfo/reviews-v1", names[:2]},
		{"bookinfo/reviews", names[:3]},
		{"bookinfo", names[:3]},
	} {
		if got, err := chooseLog(names, c.wanted); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("chooseLog(%s) = %q, %v; want %q", c.wanted, got, err, c.want)
		}
	}
}

func TestChooseLogCutsNoNames(t *testing.T) {
	for _, wanted := range []string{"kube", "bookinfo/rev", "book", ""} {
		if got, err := chooseLog([]string{"bookinfo/reviews-v1-1/reviews", "kube-proxy"}, wanted); err == nil {
			t.Errorf("chooseLog(%q) = %q, want an error", wanted, got)
		}
	}
}

func TestChooseLogNamesWhatThereIs(t *testing.T) {
	_, err := chooseLog([]string{"etcd", "kwok"}, "istiod")
	if want := `no log "istiod"; there are: etcd, kwok`; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}

// labWithLogs has one component's log and two containers'.
func labWithLogs(t *testing.T) Layout {
	t.Helper()
	layout := lab(t)
	if err := layout.create(); err != nil {
		t.Fatal(err)
	}
	for file, content := range map[string]string{
		"etcd.log":                       "one\ntwo\nthree\n",
		"pods/shop_cart_app.log":         "app says\n",
		"pods/shop_cart_istio-proxy.log": "proxy says\n",
	} {
		if err := os.WriteFile(filepath.Join(layout.Logs(), file), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return layout
}

func TestListLogs(t *testing.T) {
	var out bytes.Buffer
	err := labWithLogs(t).ListLogs(&out)
	if want := "etcd\nshop/cart/app\nshop/cart/istio-proxy\n"; err != nil || out.String() != want {
		t.Errorf("logs = %q, %v; want %q", out.String(), err, want)
	}
}

func TestPrintLogs(t *testing.T) {
	layout := labWithLogs(t)
	for _, c := range []struct {
		name  string
		lines int
		want  string
	}{
		{"etcd", 0, "one\ntwo\nthree\n"},
		{"etcd", 2, "  two\n  three\n"},
		{"shop/cart/app", 0, "app says\n"},
		{"shop/cart", 0, "==> shop/cart/app\napp says\n==> shop/cart/istio-proxy\nproxy says\n"},
	} {
		var out bytes.Buffer
		if err := layout.PrintLogs(c.name, c.lines, &out); err != nil || out.String() != c.want {
			t.Errorf("logs of %s = %q, %v; want %q", c.name, out.String(), err, c.want)
		}
	}
}
