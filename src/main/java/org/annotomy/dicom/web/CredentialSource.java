package org.annotomy.dicom.web;

import java.util.function.UnaryOperator;

/** Where credentials come from: a dialog, or the environment. */
@FunctionalInterface
public interface CredentialSource {

	/**
	 * @return {@link Credentials#NONE} for a server that wants none
	 * @throws IllegalStateException if there are none; the message says what to do
	 * @throws org.annotomy.task.CancelledException if the user gives none
	 */
	Credentials of(WebServer server);

	/** The server did not accept what it was given: it is not to be given again unasked. */
	default void rejected(WebServer server) {
		// What is in the environment stays there.
	}

	/** From the environment variable that the server's entry names. */
	static CredentialSource environment() {
		return environment(System::getenv);
	}

	/** As {@link #environment()}, of variables looked up elsewhere. */
	static CredentialSource environment(UnaryOperator<String> variables) {
		return server -> {
			if (server.auth() == AuthKind.NONE) return Credentials.NONE;
			String value = server.secretVariable().isEmpty() ? null : variables.apply(server.secretVariable());
			if (value == null || value.isBlank())
				throw new IllegalStateException("The server wants credentials (" + server.auth()
						+ "). Put them into an environment variable and name it with DICOMweb Server..., secret_variable.");
			return Credentials.of(server, value);
		};
	}
}
