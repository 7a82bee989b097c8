# Sourced by scripts in the project's directory: what the parent POM pins.
pinned() { # PROPERTY
  sed -n "s/.*<$1>\(.*\)<.*/\1/p" pom.xml
}
