package main

import (
	"encoding/json"
	"os"

	"github.com/spf13/cobra"

	"istio-mesh/lab/internal/labs"
	"istio-mesh/lab/internal/split"
)

// splitCommandInside is the hidden subcommand that asks once it is where the requests come from.
const splitCommandInside = "__split"

func (o *options) split() *cobra.Command {
	question, from := split.Question{}, ""
	command := &cobra.Command{
		Use:   "split URL",
		Short: "Ask a URL many times and count which versions and Pods the answers name",
		Long: `Ask a URL many times and count which versions and Pods the answers name. Each request is on a
connection of its own. The lab's stand-ins name their Pod in every answer, Bookinfo's pages that of
reviews too.

  lab/lab split http://productpage.bookinfo:9080/productpage --from bookinfo/sleep
  lab/lab split http://127.0.0.1:PORT/productpage        # by the entrance that lab/lab status shows`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, arguments []string) error {
			question.URL = arguments[0]
			ctx, stop := interruptible()
			defer stop()
			if _, err := question.Request(ctx); err != nil {
				return err
			}
			layout, err := o.layout()
			if err != nil {
				return err
			}
			if from == "" && layout.AtEntrance(question.URL) {
				return printSplit(layout, question)
			}
			self, err := os.Executable()
			if err != nil {
				return err
			}
			content, err := json.Marshal(question)
			if err != nil {
				return err
			}
			return layout.Exec(from, []string{self, splitCommandInside, o.name, string(content)}, os.Environ())
		},
	}
	command.Flags().StringVar(&from, "from", "", "the Pod that asks, as NAMESPACE/POD or NAMESPACE/DEPLOYMENT; without it the lab's node")
	command.Flags().IntVar(&question.Count, "count", 100, "how many requests")
	command.Flags().StringArrayVarP(&question.Headers, "header", "H", nil, "a header of each request, as 'name: value'; may be repeated")
	return command
}

// splitInside is given the lab's name and the question.
func splitInside(arguments []string) error {
	cache, err := cacheDir()
	if err != nil {
		return err
	}
	layout, err := labs.NewLayout(cache, arguments[0])
	if err != nil {
		return err
	}
	var question split.Question
	if err := json.Unmarshal([]byte(arguments[1]), &question); err != nil {
		return err
	}
	return printSplit(layout, question)
}

func printSplit(layout labs.Layout, question split.Question) error {
	ctx, stop := interruptible()
	defer stop()
	result, err := layout.Split(ctx, question)
	if err != nil {
		return err
	}
	result.Print(os.Stdout)
	return nil
}
