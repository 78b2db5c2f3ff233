# What the scripts in this folder need, installed with apt where that is missing and may be done. Sourced, not run.

# need_packages COMMAND PACKAGES...: sees to it that COMMAND exists
need_packages() {
  local command=$1
  shift
  command -v "$command" >/dev/null 2>&1 && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "${0##*/}: '$command' is missing; on Debian or Ubuntu: sudo apt-get install $*" >&2
    exit 1
  fi
  echo "Installing $*" >&2
  export DEBIAN_FRONTEND=noninteractive
  { apt-get -q update && apt-get -q -y --no-install-recommends install "$@"; } >/tmp/larkdesk-apt.$$ 2>&1 || {
    cat /tmp/larkdesk-apt.$$ >&2
    exit 1
  }
  rm -f /tmp/larkdesk-apt.$$
}

need_jdk_and_maven() {
  need_packages javac openjdk-17-jdk-headless
  need_packages mvn maven
}

need_browser() {
  need_packages chromium chromium fonts-noto-cjk
}
