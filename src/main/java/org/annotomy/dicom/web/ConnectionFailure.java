package org.annotomy.dicom.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.NoSuchFileException;

import javax.net.ssl.SSLException;

import org.annotomy.dicom.web.WebException.Kind;

/** Why there was no answer, in words for the user. */
final class ConnectionFailure {

	private ConnectionFailure() {}

	static IOException of(Throwable failure) {
		if (failure instanceof WebException told) return told;
		if (failure instanceof NoSuchFileException)
			return new WebException(Kind.UNREACHABLE, 0, "A file could not be read while it was sent.", failure);
		return new WebException(failure instanceof HttpTimeoutException ? Kind.TIMED_OUT : Kind.UNREACHABLE, 0, words(failure),
				failure);
	}

	private static String words(Throwable failure) {
		if (isCausedBy(failure, UnknownHostException.class) || isCausedBy(failure, UnresolvedAddressException.class))
			return "There is no host of that name. Check the server's address and the network.";
		if (isCausedBy(failure, SSLException.class))
			return "The encrypted connection failed: the server's certificate is not trusted, or it speaks no TLS.";
		if (isCausedBy(failure, HttpTimeoutException.class)) return "The server did not answer in time.";
		if (isCausedBy(failure, ConnectException.class)) return "Nobody answers at the server's address.";
		return "The connection to the server broke.";
	}

	private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause())
			if (type.isInstance(cause)) return true;
		return false;
	}
}
