# Runs "$@" and ends it when standard input closes: that happens on a clean stop and also when the JVM
# that started this script is killed, because the operating system closes its end of the pipe.
set -m
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(
  read -r _ <&3
  kill -TERM -- "-$server"
  waited=0
  while kill -0 -- "-$server" && [ "$waited" -lt 30 ]; do
    sleep 1
    waited=$((waited + 1))
  done
  kill -KILL -- "-$server"
) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill -TERM -- "-$watcher" 2>/dev/null
exit "$status"
