package org.annotomy.store;

/** Which program writes. */
final class Program {

	private Program() {}

	/** As the jar says; null when not run from one. */
	static String version() {
		return Program.class.getPackage().getImplementationVersion();
	}
}
