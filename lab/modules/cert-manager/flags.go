package main

import (
	"github.com/spf13/pflag"
	logsapi "k8s.io/component-base/logs/api/v1"

	"github.com/cert-manager/cert-manager/pkg/logs"
)

// withoutEffect are options of the chart that concern what this binary leaves out.
var withoutEffect = []string{
	"leader-election-namespace",
	"leader-election-lease-duration",
	"leader-election-renew-deadline",
	"leader-election-retry-period",
	"acme-http01-solver-image",
	"acme-http01-solver-extra-labels",
	"acme-http01-solver-runtime-class-name",
	"dns01-recursive-nameservers",
	"dns01-recursive-nameservers-only",
	"max-concurrent-challenges",
	"metrics-listen-address",
}

// newFlags has what all programs share. An option that is not known ends the program.
func newFlags(name string) (*pflag.FlagSet, *logsapi.LoggingConfiguration) {
	flags := pflag.NewFlagSet(name, pflag.ContinueOnError)
	logging := logsapi.NewLoggingConfiguration()
	logs.AddFlagsNonDeprecated(logging, flags)
	for _, option := range withoutEffect {
		flags.String(option, "", "without effect in the lab")
	}
	return flags, logging
}

func parse(flags *pflag.FlagSet, logging *logsapi.LoggingConfiguration, arguments []string) error {
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	return logs.ValidateAndApply(logging)
}
