package org.annotomy.command.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Main;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.web.Credentials;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.FakeServer;
import org.annotomy.dicom.web.WebException;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** An encrypted server whose certificate nobody knows, and the same one once Java is told to trust it. */
public class TlsTest {

	private static final String PASSWORD = "changeit";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	@Test
	public void onlyTrustedCertificatesAreTalkedTo() throws Exception {
		Path keys = keys();
		HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		https.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
		https.createContext("/", exchange -> FakeServer.answer(exchange, 200, "application/dicom+json",
				"[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}}]"));
		https.start();
		String address = "https://127.0.0.1:" + https.getAddress().getPort() + "/rs";
		try (DicomWebClient client = new DicomWebClient(WebServer.of("Unknown", address), Credentials.NONE)) {
			assertEquals("The encrypted connection failed: the server's certificate is not trusted, or it speaks no TLS.",
					assertThrows(WebException.class, () -> client.studies(StudyQuery.ALL, Progress.NONE)).getMessage());
			Path macro = Files.writeString(temporary.newFile().toPath(), "run(\"DICOMweb Server...\", \"server=A address="
					+ address
					+ "\");\nrun(\"Find Studies on Server...\", \"\");\nprint(\"found \" + Table.getString(\"Study UID\", 0));");
			ChildJvm.Result result = ChildJvm.headless()
					.with("-Dannotomy.dicomweb=" + temporary.newFolder(), "-Djavax.net.ssl.trustStore=" + keys,
							"-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
					.run(Main.class.getName(), "--headless", "--macro", macro.toString());
			assertEquals(result.output(), 0, result.exitCode());
			assertTrue(result.output(), result.output().contains("found 1.2.3"));
		} finally {
			https.stop(0);
		}
	}

	/** A key with a certificate that it has signed itself. */
	private Path keys() throws Exception {
		Path keys = temporary.getRoot().toPath().resolve("keys.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
				"-alias", "server", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=ip:127.0.0.1", "-keystore",
				keys.toString(),
				"-storetype", "PKCS12", "-storepass", PASSWORD).redirectErrorStream(true)
				.redirectOutput(temporary.newFile()).start();
		assertEquals(0, keytool.waitFor());
		return keys;
	}

	private static SSLContext context(Path keys) throws Exception {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(keys)) {
			store.load(in, PASSWORD.toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}
}
