// Command lab runs a real Kubernetes API, istiod and Envoy on one machine, without containers.
package main

import (
	"fmt"
	"os"

	"istio-mesh/lab/internal/container"
	"istio-mesh/lab/internal/kubelet"
	"istio-mesh/lab/internal/labs"
)

// hidden are the subcommands with which the lab calls itself; they are not for people.
var hidden = map[string]func(arguments []string) error{
	labs.InitCommand:       initLab,
	labs.SuperviseCommand:  supervise,
	container.EnterCommand: func(arguments []string) error { return container.Enter(arguments[0]) },
	kubelet.AppCommand:     serveApp,
	splitCommandInside:     splitInside,
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "lab:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) > 2 {
		if command, ok := hidden[os.Args[1]]; ok {
			return command(os.Args[2:])
		}
	}
	return root().Execute()
}
