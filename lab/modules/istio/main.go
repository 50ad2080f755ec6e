// Command istio is what the lab needs of Istio in one binary: pilot-discovery, pilot-agent,
// istioctl, export-charts, which writes the release's charts, judge-objects, which says what the API
// server and istiod would say of an object, analyze-objects, which says what istioctl's analyzers would
// say of a set of them, and translate, which says what Envoy configuration
// istiod makes of objects. The name it is called by, or else the first argument, chooses.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/istioctl/cmd"
	agent "istio.io/istio/pilot/cmd/pilot-agent/app"
	discovery "istio.io/istio/pilot/cmd/pilot-discovery/app"
	istioagent "istio.io/istio/pkg/istio-agent"
	"istio.io/istio/pkg/log"
	"istio.io/istio/pkg/security"
	"istio.io/istio/security/pkg/nodeagent/sds"
)

var commands = map[string]func() error{
	"pilot-discovery": func() error { return execute(discovery.NewRootCommand()) },
	"pilot-agent":     func() error { return execute(agent.NewRootCommand(newSDS)) },
	"istioctl":        istioctl,
	"export-charts":   exportCharts,
	"judge-objects":   judgeObjects,
	"analyze-objects": analyzeObjects,
	"translate":       translate,
}

func newSDS(options *security.Options, secrets security.SecretManager, keys *meshconfig.PrivateKeyProvider) istioagent.SDSService {
	return sds.NewServer(options, secrets, keys)
}

func execute(command *cobra.Command) error {
	log.EnableKlogWithCobra()
	return command.Execute()
}

func istioctl() error {
	if err := cmd.ConfigAndEnvProcessing(); err != nil {
		return fmt.Errorf("could not initialize: %w", err)
	}
	return execute(cmd.GetRootCmd(os.Args[1:]))
}

func main() {
	start, known := commands[filepath.Base(os.Args[0])]
	if !known && len(os.Args) > 1 {
		start, known = commands[os.Args[1]]
		os.Args = os.Args[1:]
	}
	if !known {
		fmt.Fprintln(os.Stderr, "usage: istio pilot-discovery|pilot-agent|istioctl|export-charts|judge-objects|analyze-objects|translate [arguments]")
		os.Exit(2)
	}
	if err := start(); err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	}
}
