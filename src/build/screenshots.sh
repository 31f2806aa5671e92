#!/bin/sh
# Makes the pictures in docs/images anew from the sample chest CT. Needs xvfb-run and openbox.
set -e
cd "$(dirname "$0")/../.."
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home"
xvfb-run -a -s "-screen 0 1500x950x24" sh -c '
	openbox & manager=$!
	java -Duser.home="$HOME" -Djava.io.tmpdir="$HOME" -Djava.util.prefs.userRoot="$HOME" -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
		org.annotomy.ui.Screenshots docs/images
	kill $manager
'
