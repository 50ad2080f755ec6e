package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// pass hands everything after the subcommand on to a tool, options included.
func (o *options) pass(tool, short string) *cobra.Command {
	return passing(&cobra.Command{
		Use:   tool + " [--name NAME] …",
		Short: short + "; every argument is passed on",
		Long: fmt.Sprintf("%s; every argument is passed on.\n\n  lab/lab %s --help    this text\n  lab/lab %s help      that of %s itself, in a lab that runs",
			short, tool, tool, tool),
	}, func(arguments []string) error {
		return o.run("", append([]string{tool}, o.takeName(arguments)...))
	})
}

// passing makes a command that parses no options but --help in front of all others, which would be
// asked for in vain where no lab runs.
func passing(command *cobra.Command, run func(arguments []string) error) *cobra.Command {
	command.DisableFlagParsing = true
	command.RunE = func(command *cobra.Command, arguments []string) error {
		if len(arguments) > 0 && (arguments[0] == "--help" || arguments[0] == "-h") {
			return command.Help()
		}
		return run(arguments)
	}
	return command
}

// takeName finds --name in front of the passed arguments; behind them it belongs to the tool.
func (o *options) takeName(arguments []string) []string {
	if len(arguments) > 0 {
		if value, ok := strings.CutPrefix(arguments[0], "--name="); ok {
			o.name = value
			return arguments[1:]
		}
	}
	if len(arguments) > 1 && arguments[0] == "--name" {
		o.name = arguments[1]
		return arguments[2:]
	}
	return arguments
}

// takePath makes the environment's PATH this process's own, by which it finds the command.
func takePath(env []string) error {
	for _, entry := range env {
		if value, ok := strings.CutPrefix(entry, "PATH="); ok {
			return os.Setenv("PATH", value)
		}
	}
	return nil
}

func (o *options) run(pod string, command []string) error {
	layout, err := o.layout()
	if err != nil {
		return err
	}
	env := layout.Environment()
	if err := takePath(env); err != nil {
		return err
	}
	return layout.Exec(pod, command, env)
}

func (o *options) curl() *cobra.Command {
	return passing(&cobra.Command{
		Use:   "curl [--name NAME] [--from NAMESPACE/POD] …",
		Short: "curl from the lab's node, or from inside a Pod's network; every other argument is passed on",
		Long: `curl from the lab's node, or from inside a Pod's network; every other argument is passed on.

  lab/lab curl --resolve bookinfo.example.com:80:10.98.0.1 http://bookinfo.example.com/productpage
  lab/lab curl --from bookinfo/sleep http://productpage:9080/productpage`,
	}, func(arguments []string) error {
		arguments = o.takeName(arguments)
		from := ""
		if len(arguments) > 1 && arguments[0] == "--from" {
			from, arguments = arguments[1], arguments[2:]
		}
		return o.run(from, append([]string{"curl"}, arguments...))
	})
}

func (o *options) exec() *cobra.Command {
	command := &cobra.Command{
		Use:   "exec NAMESPACE/POD COMMAND…",
		Short: "Run a command of this machine in the network of a Pod (node for the lab's node)",
		Args:  cobra.MinimumNArgs(2),
		RunE: func(command *cobra.Command, arguments []string) error {
			pod := arguments[0]
			if pod == "node" {
				pod = ""
			}
			return o.run(pod, arguments[1:])
		},
	}
	// Options behind the command are the command's own.
	command.Flags().SetInterspersed(false)
	return command
}

func (o *options) shell() *cobra.Command {
	return &cobra.Command{
		Use:   "shell",
		Short: "Open a shell on the lab's node with kubectl, pulumi, istioctl and helm on PATH",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			shell := os.Getenv("SHELL")
			if shell == "" {
				shell = "/bin/sh"
			}
			return o.run("", []string{shell})
		},
	}
}
