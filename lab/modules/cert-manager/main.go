// Command cert-manager is what the lab needs of cert-manager in one binary: its controllers, its
// webhook, its CA injector and the check with which its chart ends an installation. The name it is
// called by, or else the first argument, chooses.
//
// The module's path lies below cert-manager's own, as those of its commands do, which cannot be had
// as modules: that is how Go lets it see cert-manager's internal packages, the webhook among them.
//
// Left out are the ACME, Vault and Venafi issuers, which need servers that a lab does not have, and
// the election of a leader: the lab runs one of each.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"k8s.io/klog/v2"
	ctrl "sigs.k8s.io/controller-runtime"

	"github.com/cert-manager/cert-manager/pkg/logs"
)

const prefix = "cert-manager-"

var programs = map[string]func(ctx context.Context, arguments []string) error{
	"controller":      runControllers,
	"webhook":         runWebhook,
	"cainjector":      runInjector,
	"startupapicheck": checkAPI,
}

func main() {
	arguments := os.Args[1:]
	start, known := programs[strings.TrimPrefix(filepath.Base(os.Args[0]), prefix)]
	if !known && len(arguments) > 0 {
		start, known = programs[arguments[0]]
		arguments = arguments[1:]
	}
	if !known {
		fmt.Fprintln(os.Stderr, "usage: cert-manager controller|webhook|cainjector|startupapicheck [arguments]")
		os.Exit(2)
	}
	logs.InitLogs()
	ctrl.SetLogger(klog.Background())
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	err := start(ctx, arguments)
	logs.FlushLogs()
	if err != nil {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	}
}
