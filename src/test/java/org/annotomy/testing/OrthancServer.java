package org.annotomy.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An Orthanc of its own for a test, on a free loopback port, with an empty store; it ends with the test. */
public final class OrthancServer implements AutoCloseable {

	private static final Path BINARY = Path.of("/usr/sbin/Orthanc");
	private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
	private static final long READY_S = 20;
	private static final long STOP_S = 5;

	private final Process process;
	private final int port;

	private OrthancServer(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/** Starts one that takes anybody. Skips the test with a word where there is no Orthanc. */
	public static OrthancServer start(Path folder) throws IOException {
		return start(folder, "");
	}

	/** Starts one that takes only the user {@code rater} with this password. */
	public static OrthancServer startFor(Path folder, String password) throws IOException {
		return start(folder, password);
	}

	private static OrthancServer start(Path folder, String password) throws IOException {
		SharedData.need(Files.isExecutable(BINARY) && Files.exists(PLUGIN), "Orthanc (apt: orthanc, orthanc-dicomweb)");
		int port = freePort();
		String users = password.isEmpty() ? "" : ",\"RegisteredUsers\":{\"rater\":\"" + password + "\"}";
		Path config = Files.writeString(folder.resolve("orthanc.json"), """
				{"Name":"test","StorageDirectory":"%s","IndexDirectory":"%s","HttpServerEnabled":true,"HttpPort":%d,
				 "RemoteAccessAllowed":false,"AuthenticationEnabled":%b,"DicomServerEnabled":false,"Plugins":["%s"],
				 "DicomWeb":{"Enable":true,"Root":"/dicom-web/","Ssl":false,"StudiesMetadata":"Full","SeriesMetadata":"Full"},
				 "OverwriteInstances":true,"StableAge":1%s}
				""".formatted(folder.resolve("db"), folder.resolve("db"), port, !password.isEmpty(), PLUGIN, users));
		Process process = new ProcessBuilder(BINARY.toString(), config.toString()).redirectErrorStream(true)
				.redirectOutput(folder.resolve("orthanc.log").toFile()).start();
		OrthancServer server = new OrthancServer(process, port);
		try {
			server.awaitReady(password);
			return server;
		} catch (IOException | RuntimeException e) {
			server.close();
			throw e;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private void awaitReady(String password) throws IOException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_S);
		while (!isReady(password)) {
			if (!process.isAlive()) throw new IOException("Orthanc ended with " + process.exitValue());
			if (System.nanoTime() > end) throw new IOException("Orthanc was not ready in " + READY_S + " s");
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
	}

	private boolean isReady(String password) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/system").toURL()
					.openConnection();
			String pair = Base64.getEncoder().encodeToString(("rater:" + password).getBytes(StandardCharsets.UTF_8));
			if (!password.isEmpty()) connection.setRequestProperty("Authorization", "Basic " + pair);
			return connection.getResponseCode() == 200;
		} catch (IOException e) {
			return false;
		}
	}

	/** Address of its DICOMweb. */
	public String address() {
		return "http://127.0.0.1:" + port + "/dicom-web";
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}
}
