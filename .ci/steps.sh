# Sourced by the scripts of continuous integration: prints each step as it begins, and at the end how long each took.
steps=""
step=""

log() { # WORDS
  step_ends
  step=$*
  step_since=$SECONDS
  printf '\n=== %s (%s)\n' "$step" "$(date -u +%H:%M:%S)"
}

step_ends() {
  [ -z "$step" ] || took "$((SECONDS - step_since))" "$step"
  step=""
}

took() { # SECONDS WORDS
  steps+=$(printf '%5d s  %s' "$1" "$2")$'\n'
}

print_steps() {
  step_ends
  printf '\n%s%5d s  in all\n' "$steps" "$SECONDS"
}
