package toolchain

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// closure is what apt-cache says on Debian, cut; debconf and what follows it are Ubuntu's.
const closure = `nftables
  Depends: libnftables1
  Depends: libc6
  Depends: libedit2
iptables
  Depends: libip4tc2
  Depends: libxtables12
  Depends: netbase
  Depends: libc6
 |Depends: libnftnl11
  PreDepends: <debconf-2.0>
    debconf
libnftables1
  Depends: libc6
  Depends: libgmp10
libc6
  Depends: libgcc-s1
  Depends: libcrypt1
libedit2
  Depends: libbsd0
libip4tc2
  Depends: libc6
libxtables12
netbase
libnftnl11
<debconf-2.0>
debconf
perl-base
libgmp10
libgcc-s1
  Depends: gcc-12-base
libcrypt1
libbsd0
gcc-12-base
`

func TestPackagesToUnpackAreTheToolsAndTheirLibraries(t *testing.T) {
	want := []string{"nftables", "iptables", "libnftables1", "libedit2", "libip4tc2", "libxtables12", "libnftnl11", "libgmp10", "libbsd0"}
	if got := packagesToUnpack(closure); !slices.Equal(got, want) {
		t.Errorf("packages = %q, want %q", got, want)
	}
}

func TestPackagesToUnpackOfNothing(t *testing.T) {
	if got := packagesToUnpack(""); len(got) != 0 {
		t.Errorf("packages = %q, want none", got)
	}
}

func TestWrappersLeadToTheFinalFolder(t *testing.T) {
	dir := folder(t, map[string]string{"netfilter/0123.new/bin/netfilter/usr/lib/x86_64-linux-gnu/libnftables.so.1": ""})
	work, final := filepath.Join(dir, "netfilter/0123.new"), filepath.Join(dir, "netfilter/0123")
	if err := (&Toolchain{}).writeWrappers(work, filepath.Join(work, "bin/netfilter")); err != nil {
		t.Fatal(err)
	}
	libraries := final + "/bin/netfilter/usr/lib/x86_64-linux-gnu"
	head := "#!/bin/sh\nexport LD_LIBRARY_PATH=" + libraries + " XTABLES_LIBDIR=" + libraries + "/xtables\nexec " + final + "/bin/netfilter/usr/sbin/"
	for name, program := range map[string]string{
		"nft":              "nft",
		"iptables":         "xtables-nft-multi iptables",
		"iptables-restore": "xtables-nft-multi iptables-restore",
		"ip6tables-save":   "xtables-nft-multi ip6tables-save",
	} {
		got, err := os.ReadFile(filepath.Join(work, "bin", name))
		if want := head + program + " \"$@\"\n"; err != nil || string(got) != want {
			t.Errorf("%s = %q, %v; want %q", name, got, err, want)
		}
	}
}

func TestWrappersNeedOneLibrary(t *testing.T) {
	err := (&Toolchain{}).writeWrappers(t.TempDir(), t.TempDir())
	if want := "the unpacked packages hold 0 libnftables.so.1"; err == nil || err.Error() != want {
		t.Errorf("error = %v, want %s", err, want)
	}
}

// onPath makes PATH one folder with programs of the given names.
func onPath(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	return dir
}

func TestHostToolsAreTakenTogetherOrNotAtAll(t *testing.T) {
	dir := onPath(t, "lab-test-a", "lab-test-b")
	for _, c := range []struct {
		name   string
		ignore bool
		names  []string
		want   []string
	}{
		{"both are there", false, []string{"lab-test-a", "lab-test-b"}, []string{dir + "/lab-test-a", dir + "/lab-test-b"}},
		{"one is missing", false, []string{"lab-test-a", "lab-test-c"}, nil},
		{"the path is ignored", true, []string{"lab-test-a", "lab-test-b"}, nil},
	} {
		tools := &Toolchain{options: Options{IgnorePath: c.ignore}}
		if got := tools.hostTools(c.names); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
