package toolchain

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
)

const pulumiProvider = "pulumi-resource-kubernetes"

var lowestProvider = [2]int{4, 25}

// pulumiOnHost finds the Pulumi CLI with its language host and Kubernetes provider, by module name.
// They are used together or not at all.
func (t *Toolchain) pulumiOnHost(ctx context.Context) map[string]string {
	if t.options.IgnorePath {
		return nil
	}
	cli, ok := pulumiOnPath.find(ctx)
	if !ok {
		return nil
	}
	language, err := exec.LookPath("pulumi-language-nodejs")
	if err != nil {
		return nil
	}
	provider, err := exec.LookPath(pulumiProvider)
	if err != nil {
		if provider, ok = installedProvider(os.Getenv("PULUMI_HOME")); !ok {
			return nil
		}
	}
	return map[string]string{"pulumi": cli, "pulumi-language-nodejs": language, pulumiProvider: provider}
}

// installedProvider finds the newest fitting plugin that `pulumi plugin install` left.
func installedProvider(pulumiHome string) (string, bool) {
	if pulumiHome == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", false
		}
		pulumiHome = filepath.Join(home, ".pulumi")
	}
	found, err := filepath.Glob(filepath.Join(pulumiHome, "plugins", "resource-kubernetes-v*", pulumiProvider))
	if err != nil {
		return "", false
	}
	sort.Strings(found)
	fits := pathTool{lowest: lowestProvider, highest: [2]int{4, anyMinor}}
	for i := len(found) - 1; i >= 0; i-- {
		if fits.fits(filepath.Base(filepath.Dir(found[i]))) {
			return found[i], true
		}
	}
	return "", false
}
