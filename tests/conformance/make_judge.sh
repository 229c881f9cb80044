#!/bin/sh
# make_judge.sh SOURCE BUILD: compiles the judge where it is older than its source; Maven fetches veraPDF and PDFBox once.
set -eu
source=$1 build=$2
for tool in java javac mvn; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: ./dev packages installs it"; exit 1; }
done
newest=$(ls -t "$source/pom.xml" "$source"/src/*.java "$build/classpath" 2>/dev/null | head -n 1)
if [ "$newest" = "$build/classpath" ]; then
  # Maven's own folder may have been emptied since.
  missing=$(tr ':' '\n' <"$build/classpath" | while read -r jar; do [ -e "$jar" ] || echo "$jar"; done)
  [ -n "$missing" ] || exit 0
fi
mkdir -p "$build"
mvn -q -B -f "$source/pom.xml" -Djudge.build="$build" compile dependency:build-classpath -Dmdep.outputFile="$build/classpath"
touch "$build/classpath"
