package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/pflag"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"

	"github.com/cert-manager/cert-manager/pkg/util/cmapichecker"
)

const askInterval = time.Second

// checkAPI waits until the API server and cert-manager's webhook take a CertificateRequest:
// `check api --wait=1m`.
func checkAPI(ctx context.Context, arguments []string) error {
	if len(arguments) < 2 || !slices.Equal(arguments[:2], []string{"check", "api"}) {
		return fmt.Errorf("usage: startupapicheck check api [--wait=DURATION]")
	}
	flags := pflag.NewFlagSet("check api", pflag.ContinueOnError)
	kubeconfig := flags.String("kubeconfig", "", "of the cluster; without it that of the Pod")
	patience := flags.Duration("wait", 0, "how long to ask again")
	verbose := flags.BoolP("verbose", "v", false, "say why it is not ready yet")
	if err := flags.Parse(arguments[2:]); err != nil {
		return err
	}
	access, err := clusterAccess(*kubeconfig)
	if err != nil {
		return err
	}
	checker, err := cmapichecker.New(access, os.Getenv("POD_NAMESPACE"))
	if err != nil {
		return err
	}
	for deadline := time.Now().Add(*patience); ; time.Sleep(askInterval) {
		err := checker.Check(ctx)
		if err == nil || time.Now().After(deadline) || ctx.Err() != nil {
			return err
		}
		if *verbose {
			fmt.Println("not ready:", err)
		}
	}
}

// clusterAccess is that of the file, or that of the Pod.
func clusterAccess(kubeconfig string) (*rest.Config, error) {
	return clientcmd.BuildConfigFromFlags("", kubeconfig)
}
