package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
	"sigs.k8s.io/yaml"

	"github.com/cert-manager/cert-manager/pkg/controller"
	gateways "github.com/cert-manager/cert-manager/pkg/controller/certificate-shim/gateways"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificate-shim/ingresses"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/approver"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/ca"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificaterequests/selfsigned"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/issuing"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/keymanager"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/readiness"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/requestmanager"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/revisionmanager"
	_ "github.com/cert-manager/cert-manager/pkg/controller/certificates/trigger"
	_ "github.com/cert-manager/cert-manager/pkg/controller/clusterissuers"
	_ "github.com/cert-manager/cert-manager/pkg/controller/issuers"
	_ "github.com/cert-manager/cert-manager/pkg/issuer/ca"
	_ "github.com/cert-manager/cert-manager/pkg/issuer/selfsigned"
)

const (
	workers       = 5
	healthAddress = ":9403"
)

// configuration is what the lab's controllers heed of the chart's value `config`.
type configuration struct {
	APIVersion       string `json:"apiVersion"`
	Kind             string `json:"kind"`
	EnableGatewayAPI bool   `json:"enableGatewayAPI"`
}

func readConfiguration(file string) (configuration, error) {
	var config configuration
	if file == "" {
		return config, nil
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return config, err
	}
	if err := yaml.UnmarshalStrict(content, &config); err != nil {
		return config, fmt.Errorf("%s: the lab's cert-manager heeds enableGatewayAPI only: %w", file, err)
	}
	return config, nil
}

func runControllers(ctx context.Context, arguments []string) error {
	flags, logging := newFlags("controller")
	// The defaults are those of cert-manager's own command.
	options := controller.ContextOptions{
		KubernetesAPIQPS:   20,
		KubernetesAPIBurst: 50,
		CertificateOptions: controller.CertificateOptions{
			CopiedAnnotationPrefixes:                 []string{"*", "-kubectl.kubernetes.io/", "-fluxcd.io/", "-argocd.argoproj.io/"},
			CertificateRequestMinimumBackoffDuration: time.Hour,
			CertificateRequestMaximumBackoffDuration: 32 * time.Hour,
		},
		IngressShimOptions: controller.IngressShimOptions{
			DefaultIssuerKind:                 "Issuer",
			DefaultIssuerGroup:                "cert-manager.io",
			DefaultAutoCertificateAnnotations: []string{"kubernetes.io/tls-acme"},
		},
	}
	file := flags.String("config", "", "file with a ControllerConfiguration")
	flags.StringVar(&options.Kubeconfig, "kubeconfig", "", "of the cluster; without it that of the Pod")
	flags.StringVar(&options.ClusterResourceNamespace, "cluster-resource-namespace", "kube-system", "namespace of the Secrets of ClusterIssuers")
	flags.BoolVar(&options.EnableOwnerRef, "enable-certificate-owner-ref", false, "let Secrets go with their Certificates")
	flags.StringVar(&options.DefaultIssuerName, "default-issuer-name", "", "of Ingresses and Gateways that name none")
	flags.StringVar(&options.DefaultIssuerKind, "default-issuer-kind", options.DefaultIssuerKind, "of that issuer")
	flags.StringVar(&options.DefaultIssuerGroup, "default-issuer-group", options.DefaultIssuerGroup, "of that issuer")
	if err := parse(flags, logging, arguments); err != nil {
		return err
	}
	config, err := readConfiguration(*file)
	if err != nil {
		return err
	}
	options.EnableGatewayAPI = config.EnableGatewayAPI
	return control(ctx, options)
}

func control(ctx context.Context, options controller.ContextOptions) error {
	group, ctx := errgroup.WithContext(ctx)
	factory, err := controller.NewContextFactory(ctx, options)
	if err != nil {
		return err
	}
	for name, construct := range controller.Known() {
		if name == gateways.ControllerName && !options.EnableGatewayAPI {
			continue
		}
		one, err := construct(factory)
		if err != nil {
			return fmt.Errorf("controller %s: %w", name, err)
		}
		group.Go(func() error { return one.Run(workers, ctx) })
	}
	shared, err := factory.Build()
	if err != nil {
		return err
	}
	shared.SharedInformerFactory.Start(ctx.Done())
	shared.KubeSharedInformerFactory.Start(ctx.Done())
	if options.EnableGatewayAPI {
		shared.GWShared.Start(ctx.Done())
	}
	group.Go(func() error { return serveHealth(ctx) })
	return group.Wait()
}

// serveHealth answers the chart's liveness probe: a process that runs is alive.
func serveHealth(ctx context.Context) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", func(http.ResponseWriter, *http.Request) {})
	server := &http.Server{Addr: healthAddress, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
