package labs

import (
	"os"
	"path/filepath"
	"strings"

	"istio-mesh/lab/internal/container"
	"istio-mesh/lab/internal/kubelet"
)

// imagePrograms are the tools that stand where the images of Istio and cert-manager have their own.
var imagePrograms = []string{
	"envoy", "pilot-agent", "pilot-discovery", "nft",
	"cert-manager-controller", "cert-manager-webhook", "cert-manager-cainjector", "cert-manager-startupapicheck",
	"iptables", "iptables-save", "iptables-restore", "ip6tables", "ip6tables-save", "ip6tables-restore",
}

// containerTools shows every container the programs of the images that the lab stands in for.
func containerTools(self string, layout Layout) ([]container.Mount, error) {
	tools := []container.Mount{
		{Source: self, Target: kubelet.LabPath},
		{Source: layout.bootstrap(), Target: "/var/lib/istio/envoy/envoy_bootstrap_tmpl.json"},
	}
	for _, name := range imagePrograms {
		source, err := filepath.EvalSymlinks(filepath.Join(layout.Bin(), name))
		if err != nil {
			return nil, err
		}
		tools = append(tools, container.Mount{Source: source, Target: "/usr/local/bin/" + name})
	}
	return append(tools, netfilterLibraries(layout)...), nil
}

// netfilterLibraries shows the folder that unpacked netfilter tools bring their libraries in, at its
// own path, where the tools look for it. Tools of the host need none.
func netfilterLibraries(layout Layout) []container.Mount {
	folder, err := filepath.EvalSymlinks(filepath.Join(layout.Bin(), "netfilter"))
	if err != nil {
		return nil
	}
	return []container.Mount{{Source: folder, Target: folder}}
}

// writeBootstrap copies Istio's bootstrap template without the extension that only Istio's build of
// Envoy has. A waypoint asks for it whatever its environment says.
func (s *supervisor) writeBootstrap() error {
	template, err := os.ReadFile(filepath.Join(s.layout.Bin(), "envoy_bootstrap.json"))
	if err != nil {
		return err
	}
	stock := strings.ReplaceAll(string(template), "{{- if .metadata_discovery }}", "{{- if false }}")
	return os.WriteFile(s.layout.bootstrap(), []byte(stock), 0o644)
}
