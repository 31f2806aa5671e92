package org.annotomy.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;

/**
 * A secret of this user on this computer. With it names become digests that nobody else can guess back, and that are equal only for the
 * same user: so a lock with our digest was left by ourselves.
 */
final class HostKey {

	private static final int KEY_BYTES = 32;
	private static final int DIGEST_BYTES = 16;

	private final byte[] key;

	private HostKey(byte[] key) {
		this.key = key;
	}

	/** The key kept in {@code folder}, made if there is none; for this session only if it cannot be kept. */
	static HostKey in(Path folder, FileLayer files) {
		Path file = folder.resolve("key");
		try {
			if (!files.exists(file)) {
				files.createFolders(folder);
				files.createWhole(file, random());
				files.forceFolder(folder);
			}
			byte[] kept = Contents.read(files, file, KEY_BYTES);
			return new HostKey(kept.length == KEY_BYTES ? kept : random());
		} catch (IOException e) {
			return new HostKey(random());
		}
	}

	/** Digest of this computer (of this container, where there is one). */
	String host() {
		return digest("host", hostName() + processSpace());
	}

	/** @param purpose so that the same text gives another digest elsewhere */
	String digest(String purpose, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			byte[] digest = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java has HmacSHA256.", e);
		}
	}

	/** Asking the system first: asking the network can take seconds where it is broken. */
	private static String hostName() {
		String windows = System.getenv("COMPUTERNAME");
		if (windows != null) return windows;
		try {
			return Files.readString(Path.of("/proc/sys/kernel/hostname"));
		} catch (IOException e) {
			return networkName();
		}
	}

	private static String networkName() {
		try {
			return InetAddress.getLocalHost().getHostName();
		} catch (UnknownHostException e) {
			return "localhost";
		}
	}

	/** Linux containers of one name have process numbers of their own. */
	private static String processSpace() {
		try {
			return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
		} catch (IOException | UnsupportedOperationException e) {
			return "";
		}
	}

	private static byte[] random() {
		byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		return key;
	}
}
