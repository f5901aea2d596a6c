#!/bin/sh
# Runs ${launcher.name} on a JDK 21 or newer, which it finds by itself. Arguments are passed on untouched.
#   FROSTBYTE_JAVA       a java command to use instead
#   FROSTBYTE_OPTS       options for the JVM, parted by blanks, such as -Xmx2g
#   FROSTBYTE_CLASSPATH  jars to add, such as plugins

# Without a locale the JVM cannot read file names outside ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
base=$(cd "$(dirname "$self")" && pwd -P)

# Prints the major version of the JDK in the folder $1, or nothing.
major() {
  [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/[^"]*"\([^"]*\)".*/\1/p')
  fi
  printf '%s' "$version" | sed 's/[^0-9].*//'
}

# Takes the JDK in the folder $1 when it is new enough.
try() {
  found=$(major "$1")
  if [ -n "$found" ] && [ "$found" -ge 21 ]; then
    java=$1/bin/java
  fi
}

java=${FROSTBYTE_JAVA:-}
if [ -z "$java" ] && [ -n "${JAVA_HOME:-}" ]; then
  try "$JAVA_HOME"
fi
if [ -z "$java" ] && command -v java >/dev/null 2>&1; then
  onpath=$(command -v java)
  onpath=$(readlink -f "$onpath" 2>/dev/null || printf '%s' "$onpath")
  try "$(dirname "$(dirname "$onpath")")"
fi
if [ -z "$java" ]; then
  for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/*; do
    try "$folder"
    [ -z "$java" ] || break
  done
fi
if [ -z "$java" ]; then
  echo "${launcher.name}: no JDK 21 or newer was found. Install one (such as Eclipse Temurin 21) or name its java in FROSTBYTE_JAVA." >&2
  exit 2
fi

terminal=false
if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
  terminal=true
fi
# A signal ends the process at once, as a power cut would (-Xrs): what was acknowledged is durable, and no shutdown
# hook of a native library runs under calls that are still in it. A crash writes no memory into the working folder.
# FROSTBYTE_OPTS is split at blanks on purpose.
# shellcheck disable=SC2086
exec "$java" -Xrs -XX:ErrorFile=/dev/null -XX:+DisplayVMOutputToStderr -XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Dlog4j2.StatusLogger.level=OFF \
  "-Dfrostbyte.terminal=$terminal" "-Dfrostbyte.base=$base" ${FROSTBYTE_OPTS:-} \
  -cp "$base/${launcher.jar}:$base/lib/*${FROSTBYTE_CLASSPATH:+:$FROSTBYTE_CLASSPATH}" ${launcher.main} "$@"
