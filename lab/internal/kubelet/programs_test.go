package kubelet

import (
	"slices"
	"testing"
)

func TestImageNameDropsRegistryTagAndDigest(t *testing.T) {
	for image, want := range map[string]string{
		"curl":                                                       "curl",
		"curlimages/curl:8.16.0":                                     "curl",
		"docker.io/istio/pilot:1.31.1":                               "pilot",
		"localhost:5000/istio/proxyv2":                               "proxyv2",
		"localhost:5000/proxyv2:1.31-distroless":                     "proxyv2",
		"gcr.io/istio-release/pilot@sha256:0123456789abcdef":         "pilot",
		"docker.io/mccutchen/go-httpbin:v2.15.0@sha256:0123456789ab": "go-httpbin",
	} {
		if got := imageName(image); got != want {
			t.Errorf("imageName(%q) = %q, want %q", image, got, want)
		}
	}
}

func TestProgramForStandsInForKnownImages(t *testing.T) {
	for _, c := range []struct {
		image      string
		entrypoint []string
		uid        int
	}{
		{"docker.io/istio/pilot:1.31.1", []string{"/usr/local/bin/pilot-discovery"}, 1337},
		{"docker.io/istio/proxyv2:1.31.1-distroless", []string{"/usr/local/bin/pilot-agent"}, 0},
		{"curlimages/curl", []string{"/bin/sleep", "infinity"}, 1000},
		{"governmentpaas/sleep:latest", []string{"/bin/sleep", "infinity"}, 1000},
		{"kennethreitz/httpbin", []string{"/usr/local/bin/lab", "__app", "httpbin"}, 1000},
		{"docker.io/mccutchen/go-httpbin:v2.15.0", []string{"/usr/local/bin/lab", "__app", "httpbin"}, 1000},
		{"docker.io/istio/examples-bookinfo-reviews-v3:1.20.1", []string{"/usr/local/bin/lab", "__app", "bookinfo-reviews-v3"}, 1000},
		{"docker.io/istioinaction/webapp:latest", []string{"/usr/local/bin/lab", "__app", "coolstore-webapp"}, 1000},
		{"istioinaction/catalog", []string{"/usr/local/bin/lab", "__app", "coolstore-catalog"}, 1000},
		{"localhost:5000/istioinaction/forum@sha256:0123456789ab", []string{"/usr/local/bin/lab", "__app", "coolstore-forum"}, 1000},
		{"quay.io/jetstack/cert-manager-controller:v1.21.0", []string{"/usr/local/bin/cert-manager-controller"}, 1000},
		{"quay.io/jetstack/cert-manager-webhook:v1.21.0", []string{"/usr/local/bin/cert-manager-webhook"}, 1000},
		{"quay.io/jetstack/cert-manager-cainjector@sha256:0123456789ab", []string{"/usr/local/bin/cert-manager-cainjector"}, 1000},
		{"cert-manager-startupapicheck", []string{"/usr/local/bin/cert-manager-startupapicheck"}, 1000},
		{"docker.io/envoyproxy/envoy:v1.39.0", []string{"/usr/local/bin/envoy"}, 101},
	} {
		got, found := programFor(c.image)
		if !found {
			t.Errorf("programFor(%q) finds nothing", c.image)
		}
		if !slices.Equal(got.entrypoint, c.entrypoint) {
			t.Errorf("programFor(%q) runs %q, want %q", c.image, got.entrypoint, c.entrypoint)
		}
		if got.uid != c.uid {
			t.Errorf("programFor(%q) runs as %d, want %d", c.image, got.uid, c.uid)
		}
	}
}

func TestProgramForKnowsNoOtherImages(t *testing.T) {
	for _, image := range []string{"nginx:1.29", "docker.io/istio/ztunnel:1.31.1", "quay.io/jetstack/cert-manager-acmesolver:v1.21.0", "pilot-test", "registry/httpbin/server", "examples-helloworld-v1", "examples-bookinfo-details-v2", "webapp:latest", "example.com/shop/catalog", "istioinaction/simple-web", ""} {
		if got, found := programFor(image); found {
			t.Errorf("programFor(%q) = %q, want nothing", image, got.entrypoint)
		}
	}
}

func TestOnlyIstiodHasAnEnvironmentAndFilesOfItsOwn(t *testing.T) {
	for image, want := range map[string]bool{"pilot": true, "proxyv2": false, "curl": false, "httpbin": false} {
		got, _ := programFor(image)
		if (got.env != nil) != want || (got.files != nil) != want {
			t.Errorf("%s: environment %v, files %t; want both %t", image, got.env, got.files != nil, want)
		}
	}
}
