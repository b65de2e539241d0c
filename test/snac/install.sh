#!/bin/sh
# Installs the snac server, which the tests in this folder run for real: sh test/snac/install.sh
# Releases that don't carry snac2 themselves (bookworm) take it from their own backports.
set -eu

sources=/etc/apt/sources.list.d
extra=$sources/snac-backports.sources

say() { echo "install snac: $*"; }
fail() { echo "install snac: $*" >&2; exit 1; }

if command -v snac >/dev/null 2>&1; then
	say "already here ($(command -v snac)), nothing to do"
	exit 0
fi
command -v apt-get >/dev/null 2>&1 || fail "this machine has no apt-get; install snac 2.75 or newer by hand"
[ "$(id -u)" -eq 0 ] || fail "run this as root: sudo sh test/snac/install.sh"

export DEBIAN_FRONTEND=noninteractive
quietly() { "$@" >/dev/null || fail "failed: $*"; }
has_candidate() { apt-cache policy snac2 2>/dev/null | grep -q 'Candidate: [0-9]'; }

# The mirror is the one that this machine already uses, so only the suite's name changes.
add_backports() {
	release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
	[ -n "$release" ] || fail "/etc/os-release names no release"
	[ -f "$sources/debian.sources" ] || fail "$sources/debian.sources is missing; add $release-backports by hand"
	awk -v release="$release" 'BEGIN { RS = ""; FS = "\n" }
		$0 ~ "(^|\n)Suites:[^\n]*[ \t]" release "([ \t\n]|$)" {
			sub(/(^|\n)Suites:[^\n]*/, "\nSuites: " release "-backports")
			sub(/^\n/, "")
			print
			exit
		}' "$sources/debian.sources" >"$extra"
	if ! [ -s "$extra" ]; then
		rm -f "$extra"
		fail "$sources/debian.sources has no entry for $release"
	fi
	say "added $extra"
}

say "reading the package lists"
quietly apt-get update -q
suite=
if ! has_candidate; then
	[ -f "$extra" ] || add_backports
	quietly apt-get update -q
fi
has_candidate || fail "no configured source has snac2"
say "installing snac2"
# Backports are never a package's automatic choice where a release has an older one.
[ ! -f "$extra" ] || suite="-t $(. /etc/os-release && echo "$VERSION_CODENAME")-backports"
# shellcheck disable=SC2086 # two words or none
quietly apt-get install -q -y --no-install-recommends $suite snac2
say "done: $(dpkg-query -W snac2)"
