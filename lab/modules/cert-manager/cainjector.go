package main

import (
	"context"

	corev1 "k8s.io/api/core/v1"
	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/metrics/server"

	certmanager "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"
	"github.com/cert-manager/cert-manager/pkg/controller/cainjector"
	"github.com/cert-manager/cert-manager/pkg/util"
)

// runInjector puts CA certificates into webhook configurations and other objects that ask for one.
func runInjector(ctx context.Context, arguments []string) error {
	flags, logging := newFlags("cainjector")
	kubeconfig := flags.String("kubeconfig", "", "of the cluster; without it that of the Pod")
	if err := parse(flags, logging, arguments); err != nil {
		return err
	}
	access, err := clusterAccess(*kubeconfig)
	if err != nil {
		return err
	}
	kinds, err := injectedKinds()
	if err != nil {
		return err
	}
	// The name by which the injector applies its changes is made from the user agent.
	manager, err := ctrl.NewManager(util.RestConfigWithUserAgent(access, "cainjector"), ctrl.Options{
		Scheme:  kinds,
		Metrics: server.Options{BindAddress: "0"},
		// Watched are only the names of Secrets; their contents are read one by one.
		Client: client.Options{Cache: &client.CacheOptions{DisableFor: []client.Object{&corev1.Secret{}}}},
	})
	if err != nil {
		return err
	}
	err = cainjector.RegisterAllInjectors(ctx, manager, cainjector.SetupOptions{
		EnableCertificatesDataSource: true,
		EnabledReconcilersFor: map[string]bool{
			cainjector.MutatingWebhookConfigurationName:   true,
			cainjector.ValidatingWebhookConfigurationName: true,
			cainjector.APIServiceName:                     true,
			cainjector.CustomResourceDefinitionName:       true,
		},
	})
	if err != nil {
		return err
	}
	return manager.Start(ctx)
}

func injectedKinds() (*runtime.Scheme, error) {
	kinds := runtime.NewScheme()
	builder := runtime.NewSchemeBuilder(
		scheme.AddToScheme,
		certmanager.AddToScheme,
		apiextensions.AddToScheme,
		apiregistration.AddToScheme,
	)
	return kinds, builder.AddToScheme(kinds)
}
