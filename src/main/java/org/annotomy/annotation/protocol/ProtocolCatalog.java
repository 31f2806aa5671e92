package org.annotomy.annotation.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.annotomy.json.JsonException;

/** The protocols at hand: those that come with Annotomy and those of a user's folder. */
public final class ProtocolCatalog {

	/** Ids of the protocols that come with Annotomy, in the order shown; the first is the default. */
	public static final List<String> BUILT_IN = List.of("default", "onco-chest-ct", "neuro-mr", "mammography-birads",
			"dental-panoramic", "liver-ct-mr", "retina-fundus", "dermoscopy", "tissue-slide", "ihc-slide");

	private static final String FOLDER = "/org/annotomy/protocol/";
	private static final Comparator<Protocol> OLDEST_FIRST = Comparator.comparing(p -> p.stamp().version(),
			new ProtocolVersions());

	private final List<Protocol> protocols;
	private final List<Problem> problems;

	/**
	 * A file of the user's folder that could not be taken.
	 *
	 * @param file for the user's eyes only
	 * @param reason names no file
	 */
	public record Problem(Path file, String reason) {}

	private ProtocolCatalog(List<Protocol> protocols, List<Problem> problems) {
		this.protocols = List.copyOf(protocols);
		this.problems = List.copyOf(problems);
	}

	/** Only what comes with Annotomy, in the language of the locale where there is a choice. */
	public static ProtocolCatalog builtIn(Locale locale) {
		return new ProtocolCatalog(BUILT_IN.stream().map(id -> builtIn(id, locale)).toList(), List.of());
	}

	/**
	 * What comes with Annotomy, and all {@code *.protocol.json} in a folder (not in its subfolders). A file that is refused or repeats an id
	 * and version becomes a problem and does not hinder the others; a folder that is not there is empty.
	 *
	 * @throws IOException if the folder cannot be listed
	 */
	public static ProtocolCatalog with(Path folder, Locale locale) throws IOException {
		List<Protocol> protocols = new ArrayList<>(builtIn(locale).protocols);
		List<Problem> problems = new ArrayList<>();
		for (Path file : protocolFiles(folder))
			try {
				Protocol protocol = ProtocolReader.read(file, locale);
				requireNew(protocol, protocols);
				protocols.add(protocol);
			} catch (JsonException e) {
				problems.add(new Problem(file, e.getMessage()));
			} catch (IOException e) {
				problems.add(new Problem(file, "the file cannot be read."));
			}
		return new ProtocolCatalog(protocols, problems);
	}

	/** The text of a protocol that comes with Annotomy, to copy and to change. @throws IllegalArgumentException if there is none such */
	public static byte[] builtInFile(String id) {
		if (!BUILT_IN.contains(id)) throw new IllegalArgumentException("No protocol \"" + id + "\" comes with Annotomy.");
		try (InputStream in = ProtocolCatalog.class.getResourceAsStream(FOLDER + id + ProtocolReader.SUFFIX)) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException("reading a protocol of Annotomy", e);
		}
	}

	/** All protocols: first those that come with Annotomy, then the user's in the order of file names. */
	public List<Protocol> protocols() {
		return protocols;
	}

	/** What could not be taken from the user's folder, and why. */
	public List<Problem> problems() {
		return problems;
	}

	/** The protocol for images that no study has claimed. */
	public Protocol defaultProtocol() {
		return protocols.get(0);
	}

	/** The newest version of a protocol. */
	public Optional<Protocol> find(String id) {
		return protocols.stream().filter(p -> p.stamp().id().equals(id)).max(OLDEST_FIRST);
	}

	/** One version of a protocol. */
	public Optional<Protocol> find(String id, String version) {
		return protocols.stream().filter(p -> p.stamp().id().equals(id) && p.stamp().version().equals(version)).findFirst();
	}

	/**
	 * The protocol that labels were made under. Compare the digests of both stamps: if they differ, the file was changed without a new
	 * version.
	 */
	public Optional<Protocol> find(ProtocolStamp stamp) {
		return find(stamp.id(), stamp.version());
	}

	private static Protocol builtIn(String id, Locale locale) {
		try {
			return ProtocolReader.read(builtInFile(id), locale);
		} catch (JsonException e) {
			throw new IllegalStateException("The protocol " + id + " of Annotomy is broken: " + e.getMessage(), e);
		}
	}

	private static List<Path> protocolFiles(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.getFileName().toString().endsWith(ProtocolReader.SUFFIX)).sorted().toList();
		}
	}

	private static void requireNew(Protocol protocol, List<Protocol> known) throws JsonException {
		ProtocolStamp stamp = protocol.stamp();
		for (Protocol other : known)
			if (other.stamp().id().equals(stamp.id()) && other.stamp().version().equals(stamp.version()))
				throw new JsonException(0, "the protocol \"" + stamp.id() + "\" is there already in version " + stamp.version()
						+ ". Give this one another version or id.");
	}
}
