package org.annotomy.ui;

import org.junit.ClassRule;
import org.junit.Test;

/** A user at the DICOMweb window in plain ImageJ. */
public class DicomWebDeskTest {

	@ClassRule
	public static final Played PLAY = new Played(DicomWebSession.class);

	private static void assertSeen(String expected, String key) {
		PLAY.assertSeen(expected, key);
	}

	@Test
	public void credentialsAreAskedForUntilTheyAreRightAndThenRemembered() {
		assertSeen("The server does not accept the credentials (401). Check them. true", "refused");
		assertSeen("1 study.", "found");
		assertSeen("7|CT|||12|", "series");
	}

	@Test
	public void patientsAreMaskedUntilTheKeyIsPressed() {
		assertSeen("Patient 1|•••||2024-01-31|||null|null", "masked");
		assertSeen("Secret, Name|SECRET||2024-01-31|||null|null", "unmasked");
		assertSeen("Patient 1|•••||2024-01-31|||null|null", "masked again");
	}

	@Test
	public void aRetrieveIsCancelled() {
		assertSeen("0", "images after cancel");
	}

	@Test
	public void aSeriesOpensLikeAnyOther() {
		assertSeen("CT #7 12 by rater-1: Opened.", "opened");
		assertSeen("true", "panel");
		assertSeen("13", "objects on the server");
	}

	@Test
	public void nothingIsSentUnasked() {
		assertSeen("Retry Failed Sends (1)", "waiting");
		assertSeen("false", "sent unasked");
		assertSeen("true false", "sent");
	}

	@Test
	public void aServerThatIsAwayIsTold() {
		assertSeen("Nobody answers at the server's address.", "away");
		assertSeen("true", "closed");
	}

	@Test
	public void nothingIsLogged() {
		assertSeen("null", "log");
	}
}
