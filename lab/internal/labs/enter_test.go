package labs

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestChoosePod(t *testing.T) {
	running := []string{
		"bookinfo_productpage-v1-5d8c-abcde", "bookinfo_reviews-v1-6f7b-11111", "bookinfo_reviews-v2-6f7b-22222",
		"bookinfo_sleep", "bookinfo_sleep-7656cf8794-kk2j5", "istio-system_istiod-69c4-zzzzz",
	}
	for _, c := range []struct{ namespace, name, want string }{
		{"bookinfo", "productpage-v1-5d8c-abcde", "bookinfo_productpage-v1-5d8c-abcde"},
		{"bookinfo", "productpage-v1", "bookinfo_productpage-v1-5d8c-abcde"},
		{"bookinfo", "reviews", "bookinfo_reviews-v1-6f7b-11111"},
		{"bookinfo", "reviews-v2", "bookinfo_reviews-v2-6f7b-22222"},
		{"bookinfo", "sleep", "bookinfo_sleep"},
		{"istio-system", "istiod", "istio-system_istiod-69c4-zzzzz"},
	} {
		if got, err := choosePod(running, c.namespace, c.name); err != nil || got != c.want {
			t.Errorf("choosePod(%s/%s) = %s, %v; want %s", c.namespace, c.name, got, err, c.want)
		}
	}
}

func TestChoosePodPrefersTheExactNameWhereverItStands(t *testing.T) {
	got, err := choosePod([]string{"default_curl-1", "default_curl"}, "default", "curl")
	if err != nil || got != "default_curl" {
		t.Errorf("choosePod = %s, %v; want default_curl", got, err)
	}
}

func TestChoosePodNamesWhatThereIs(t *testing.T) {
	running := []string{"bookinfo_reviews-v1-1", "istio-system_istiod-2"}
	for _, c := range []struct {
		running         []string
		namespace, name string
		want            string
	}{
		{running, "bookinfo", "review", "no Pod bookinfo/review with real processes; there are: bookinfo/reviews-v1-1, istio-system/istiod-2"},
		{running, "default", "reviews", "no Pod default/reviews with real processes; there are: bookinfo/reviews-v1-1, istio-system/istiod-2"},
		{nil, "default", "curl", "no Pod default/curl with real processes; there are: none"},
	} {
		if got, err := choosePod(c.running, c.namespace, c.name); err == nil || err.Error() != c.want {
			t.Errorf("choosePod = %s, %v; want %s", got, err, c.want)
		}
	}
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func TestOverlay(t *testing.T) {
	for _, c := range []struct {
		name, environ, want string
		own                 map[string]string
	}{
		{"adds", "HOME=/h", "A=1 HOME=/h", map[string]string{"A": "1"}},
		{"replaces", "A=0 HOME=/h", "A=1 HOME=/h", map[string]string{"A": "1"}},
		{"replaces every copy", "A=0 A=00", "A=1", map[string]string{"A": "1"}},
		{"takes names whole", "AB=0", "A=1 AB=0", map[string]string{"A": "1"}},
		{"keeps the caller's charts", "ISTIO_MESH_CHARTS=mine", "ISTIO_MESH_CHARTS=mine", map[string]string{"ISTIO_MESH_CHARTS": "lab"}},
		{"keeps the caller's Gateway API", "ISTIO_MESH_GATEWAY_API=mine", "ISTIO_MESH_GATEWAY_API=mine", map[string]string{"ISTIO_MESH_GATEWAY_API": "lab"}},
		{"keeps the caller's add-ons", "ISTIO_MESH_ADDONS=mine", "ISTIO_MESH_ADDONS=mine", map[string]string{"ISTIO_MESH_ADDONS": "lab"}},
		{"gives the lab's charts otherwise", "", "ISTIO_MESH_CHARTS=lab", map[string]string{"ISTIO_MESH_CHARTS": "lab"}},
	} {
		got := sorted(overlay(strings.Fields(c.environ), c.own))
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func valuesOf(environ []string, name string) []string {
	var values []string
	for _, entry := range environ {
		if value, found := strings.CutPrefix(entry, name+"="); found {
			values = append(values, value)
		}
	}
	return values
}

func TestEnvironmentNeverPassesTheCallersKubeconfigOn(t *testing.T) {
	t.Setenv("KUBECONFIG", "/home/eva/.kube/production")
	environ := Layout{Name: "dev", Dir: "/cache/labs/dev"}.Environment()
	if got, want := valuesOf(environ, "KUBECONFIG"), []string{"/cache/labs/dev/kubeconfig"}; !slices.Equal(got, want) {
		t.Errorf("KUBECONFIG = %q, want %q", got, want)
	}
	for _, entry := range environ {
		if strings.Contains(entry, "production") {
			t.Errorf("%s is passed on", entry)
		}
	}
}

func TestEnvironmentPointsEveryToolIntoTheLab(t *testing.T) {
	for name, value := range map[string]string{
		"PATH": "/usr/bin", "PULUMI_HOME": "/home/eva/.pulumi", "PULUMI_BACKEND_URL": "https://api.pulumi.com", "ISTIO_MESH_LAB": "other",
		// Set first, so that the variables come back after the test.
		"ISTIO_MESH_CHARTS": "", "ISTIO_MESH_GATEWAY_API": "", "ISTIO_MESH_ADDONS": "",
	} {
		t.Setenv(name, value)
	}
	_ = os.Unsetenv("ISTIO_MESH_CHARTS")
	_ = os.Unsetenv("ISTIO_MESH_GATEWAY_API")
	_ = os.Unsetenv("ISTIO_MESH_ADDONS")
	environ := Layout{Name: "dev", Dir: "/cache/labs/dev"}.Environment()
	for name, want := range map[string]string{
		"PATH":                   "/cache/labs/dev/bin:/usr/bin",
		"ISTIO_MESH_LAB":         "dev",
		"ISTIO_MESH_CHARTS":      "http://charts.lab",
		"ISTIO_MESH_GATEWAY_API": "http://charts.lab/gateway-api/standard-install.yaml",
		"ISTIO_MESH_ADDONS":      "/cache/labs/dev/bin/addons",
		"PULUMI_BACKEND_URL":     "file:///cache/labs/dev/pulumi/state",
		"PULUMI_HOME":            "/cache/labs/dev/pulumi/home",
		"PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
	} {
		if got := valuesOf(environ, name); !slices.Equal(got, []string{want}) {
			t.Errorf("%s = %q, want %q once", name, got, want)
		}
	}
}

// toolbox has every tool in a folder of its own.
type toolbox struct{}

func (toolbox) Path(tool string) (string, error) { return "/tools/" + tool, nil }
func (toolbox) Bins() []string                   { return []string{"/tools/a/bin", "/tools/b/bin"} }

func TestToolsEnvironmentHasToolsAndNoCluster(t *testing.T) {
	for name, value := range map[string]string{
		"PATH": "/usr/bin", "KUBECONFIG": "/home/eva/.kube/production", "PULUMI_HOME": "/home/eva/.pulumi",
		"ISTIO_MESH_CHARTS": "", "ISTIO_MESH_GATEWAY_API": "", "ISTIO_MESH_ADDONS": "",
	} {
		t.Setenv(name, value)
	}
	_ = os.Unsetenv("ISTIO_MESH_CHARTS")
	_ = os.Unsetenv("ISTIO_MESH_GATEWAY_API")
	_ = os.Unsetenv("ISTIO_MESH_ADDONS")
	state := filepath.Join(t.TempDir(), "made", "here")
	environ, err := ToolsEnvironment(toolbox{}, state)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"PATH":                   "/tools/a/bin:/tools/b/bin:/usr/bin",
		"KUBECONFIG":             state + "/no-cluster",
		"ISTIO_MESH_CHARTS":      "/tools/charts",
		"ISTIO_MESH_GATEWAY_API": "/tools/gateway-api.yaml",
		"ISTIO_MESH_ADDONS":      "/tools/addons",
		"PULUMI_HOME":            state + "/home",
		"PULUMI_BACKEND_URL":     "file://" + state + "/state",
	} {
		if got := valuesOf(environ, name); !slices.Equal(got, []string{want}) {
			t.Errorf("%s = %q, want %q once", name, got, want)
		}
	}
}

func TestPulumiHasNoFolderForItsLogs(t *testing.T) {
	state := t.TempDir()
	for range 2 {
		if err := createPulumiDirs(state); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(state, "home", "logs"), 0o700); !errors.Is(err, syscall.ENOTDIR) {
		t.Errorf("the folder can be made: %v", err)
	}
}

func TestPulumiKeepsLogsThatAreThere(t *testing.T) {
	state := t.TempDir()
	own := filepath.Join(state, "home", "logs", "pulumi.log")
	if err := os.MkdirAll(filepath.Dir(own), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(own, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := createPulumiDirs(state); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(own); err != nil {
		t.Error(err)
	}
}
