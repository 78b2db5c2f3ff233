# What the scripts in this folder need, installed with apt where that is missing and may be done. Sourced, not run.

# need_packages COMMAND PACKAGES...: sees to it that COMMAND exists
need_packages() {
  local command=$1
  shift
  command -v "$command" >/dev/null 2>&1 && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "${0##*/}: '$command' is missing; on Debian 12: sudo apt-get install $*" >&2
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
  need_packages chromium-headless-shell chromium-headless-shell fonts-dejavu-core fonts-noto-cjk
}

# libfaketime, by which fault tests have programs go by clocks that are wrong
need_clocks() {
  need_packages faketime faketime
}

# Makes a site of the documents
need_site_generator() {
  need_packages mkdocs mkdocs-material
}

# For tests of backups, and to measure beside: a PostgreSQL server with all of its tools, of which clients alone have some. Debian keeps them out of
# the path
need_postgresql() {
  [ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || RUNLEVEL=1 need_packages initdb postgresql
}

# What deploy/nginx.conf and the rules of deploy/prometheus are for. At no runlevel but their own do packages start what they bring
need_nginx() {
  [ -x /usr/sbin/nginx ] || RUNLEVEL=1 need_packages nginx nginx
  need_packages openssl openssl
}

# It says what is wrong with a unit, whatever starts this machine's services
need_systemd_analyze() {
  need_packages systemd-analyze systemd
}

need_prometheus() {
  RUNLEVEL=1 need_packages promtool prometheus
}

# What the service is measured beside. At no runlevel but their own do packages start what they bring
need_peers() {
  export RUNLEVEL=1
  need_postgresql
  need_packages ejabberdctl ejabberd erlang-p1-pgsql
  need_packages rt-setup-database-5 request-tracker5 rt5-standalone rt5-db-postgresql dbconfig-no-thanks
}

# run_as_somebody_else ARGUMENTS...: goes on with the script that calls it as a user with fewer rights, on a copy that is this user's own
run_as_somebody_else() {
  local user=larkdesk-test home=/var/lib/larkdesk-test
  id "$user" >/dev/null 2>&1 || useradd --system --user-group --create-home --home-dir "$home" "$user"
  echo "Going on as $user in $home/src" >&2
  rm -rf "$home/src"
  mkdir "$home/src"
  tar -c --exclude=./.git --exclude=target --exclude=./larkdesk-data --exclude=./larkdesk-demo . | tar -x -C "$home/src"
  chown -R "$user:$user" "$home/src"
  exec setpriv --reuid="$user" --regid="$user" --init-groups env HOME="$home" USER="$user" "$home/src/bin/${0##*/}" "$@"
}
