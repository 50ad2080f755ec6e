package labs

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// ListLogs names every log of the lab, as PrintLogs takes them.
func (l Layout) ListLogs(out io.Writer) error {
	names, err := l.logNames()
	if err != nil {
		return err
	}
	for _, name := range names {
		fmt.Fprintln(out, name)
	}
	return nil
}

func (l Layout) logNames() ([]string, error) {
	files, err := filepath.Glob(filepath.Join(l.Logs(), "*.log"))
	if err != nil {
		return nil, err
	}
	containers, err := filepath.Glob(filepath.Join(l.Logs(), "pods", "*.log"))
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(files)+len(containers))
	for _, file := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".log"))
	}
	for _, file := range containers {
		names = append(names, strings.ReplaceAll(strings.TrimSuffix(filepath.Base(file), ".log"), "_", "/"))
	}
	sort.Strings(names)
	return names, nil
}

// PrintLogs prints the log that is called name, or whose name begins with it (a Deployment's name
// finds its Pod). With lines > 0 only the last ones.
func (l Layout) PrintLogs(name string, lines int, out io.Writer) error {
	names, err := l.logNames()
	if err != nil {
		return err
	}
	found, err := chooseLog(names, name)
	if err != nil {
		return err
	}
	for _, log := range found {
		if len(found) > 1 {
			fmt.Fprintf(out, "==> %s\n", log)
		}
		file := filepath.Join(l.Logs(), log+".log")
		if strings.Contains(log, "/") {
			file = filepath.Join(l.Logs(), "pods", strings.ReplaceAll(log, "/", "_")+".log")
		}
		if err := printFile(file, lines, out); err != nil {
			return err
		}
	}
	return nil
}

// chooseLog prefers the exact name over names that begin with it at a boundary.
func chooseLog(names []string, wanted string) ([]string, error) {
	var found []string
	for _, name := range names {
		switch {
		case name == wanted:
			return []string{name}, nil
		case strings.HasPrefix(name, wanted+"/"), strings.HasPrefix(name, wanted+"-") && strings.Contains(wanted, "/"):
			found = append(found, name)
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no log %q; there are: %s", wanted, strings.Join(names, ", "))
	}
	return found, nil
}

func printFile(file string, lines int, out io.Writer) error {
	if lines > 0 {
		_, err := fmt.Fprintln(out, lastLines(file, lines))
		return err
	}
	content, err := os.Open(file)
	if err != nil {
		return err
	}
	defer content.Close()
	_, err = io.Copy(out, content)
	return err
}
