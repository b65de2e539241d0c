#!/bin/sh
# Installs what the tests in this folder run for real: n8n, Redis for its workers, a browser and n8n's package scanner.
#   sh test/e2e/install.sh
# All of it stays outside this project: in $N8N_E2E_HOME, by default in the user's cache folder, or in the system.
set -eu

n8n=2.40.7
playwright=1.65.1
scanner=0.32.0

cd "$(dirname "$0")/../.."
home=${N8N_E2E_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/mastodon-hashtag-boost/n8n-$n8n}
node=$PWD/node_modules/.bin/node
started=$(date +%s)

say() { echo "install e2e: $*"; }
fail() { echo "install e2e: $*" >&2; exit 1; }

[ -x "$node" ] || fail "this project's own Node.js is missing; run npm ci first"
[ "$("$node" -p 'process.versions.node.split(".")[0] >= 24')" = true ] || fail "n8n needs Node.js 24; run npm ci first"
mkdir -p "$home"

# One log a step: npm is silent when all goes well, and what it said is worth reading when not.
step() {
	log=$home/$1.log
	shift
	"$@" >"$log" 2>&1 && return 0
	tail -n 40 "$log" >&2
	fail "failed: $* (all of it: $log)"
}
# npm's own scripts and n8n's find this Node.js first, whichever the machine has.
PATH=$(dirname "$node"):$PATH
export PATH

install_n8n() {
	folder=$home/n8n
	if "$node" -e "require('$folder/node_modules/sqlite3')" 2>/dev/null &&
		[ "$("$node" -p "require('$folder/node_modules/n8n/package.json').version" 2>/dev/null)" = $n8n ] &&
		[ -e "$folder/installed" ]; then
		say "n8n $n8n is here already"
		return 0
	fi
	say "installing n8n $n8n into $folder: 2.4 GB, 5 to 10 minutes"
	mkdir -p "$folder"
	rm -f "$folder/installed"
	[ -f "$folder/package.json" ] || echo '{ "private": true }' >"$folder/package.json"
	# Install scripts of n8n's 2,300 packages are left out: they build what isn't needed or fetch binaries.
	step n8n npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --save-exact "n8n@$n8n"
	say "building sqlite3, the one native part that comes without a binary"
	(cd "$folder" && npm_config_nodedir=$(headers) step sqlite3 npm rebuild sqlite3 --ignore-scripts=false)
	"$node" -e "require('$folder/node_modules/sqlite3')" || fail "sqlite3 was built but can't be loaded"
	touch "$folder/installed"
}

# Headers of the very Node.js that runs n8n: its npm package holds them, but npm prunes them from the project.
headers() {
	name=$("$node" -p '`node-${process.platform}-${process.arch}`')
	version=$("$node" -p process.versions.node)
	folder=$home/headers
	if ! [ -f "$folder/node_modules/$name/include/node/node.h" ]; then
		mkdir -p "$folder"
		echo '{ "private": true }' >"$folder/package.json"
		step headers npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund "$name@$version"
	fi
	echo "$folder/node_modules/$name"
}

install_tools() {
	folder=$home/tools
	for wanted in "playwright-core $playwright" "@n8n/scan-community-package $scanner"; do
		name=${wanted% *}
		version=${wanted#* }
		have=$("$node" -p "require('$folder/node_modules/$name/package.json').version" 2>/dev/null || true)
		if [ "$have" = "$version" ]; then
			say "$name $version is here already"
			continue
		fi
		say "installing $name $version"
		mkdir -p "$folder"
		[ -f "$folder/package.json" ] || echo '{ "private": true }' >"$folder/package.json"
		step "$(basename "$name")" \
			npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --save-exact "$name@$version"
	done
}

install_of_system() {
	name=$1
	if [ -x "/usr/bin/$name" ]; then
		say "$name is here already"
		return 0
	fi
	command -v apt-get >/dev/null 2>&1 || fail "this machine has no apt-get; make /usr/bin/$name by hand"
	[ "$(id -u)" -eq 0 ] || fail "$name is missing; run this as root, or first: sudo apt-get install $name"
	say "installing $name"
	export DEBIAN_FRONTEND=noninteractive
	step apt-update apt-get update -q
	step "$name" apt-get install -q -y --no-install-recommends "$name"
}

install_of_system chromium
install_of_system redis-server
install_tools
install_n8n
say "done in $(($(date +%s) - started)) s: $home"
