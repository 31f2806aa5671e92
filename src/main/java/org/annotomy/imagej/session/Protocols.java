package org.annotomy.imagej.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.protocol.ProtocolReader;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.home.UserFolder;
import org.annotomy.json.JsonException;

/** The protocols at hand: those that come with the program and those in the user's folder. */
public final class Protocols {

	private static final Map<String, String> BY_MODALITY = Map.of("MG", "mammography-birads", "PX", "dental-panoramic", "SM",
			"tissue-slide", "OP",
			"retina-fundus");

	private final ProtocolCatalog catalog;

	private Protocols(ProtocolCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Those of the program and the user's own: {@link UserFolder#of UserFolder.of("protocols")}.
	 *
	 * @throws IOException if the user's folder is there but cannot be read
	 */
	public static Protocols find() throws IOException {
		Path own = UserFolder.of("protocols");
		return new Protocols(Files.isDirectory(own)
				? ProtocolCatalog.with(own, Locale.getDefault())
				: ProtocolCatalog.builtIn(Locale.getDefault()));
	}

	/**
	 * A protocol by its id, or by the path of its file.
	 *
	 * @throws IOException if the file cannot be read or is no protocol; the message names the line
	 * @throws IllegalArgumentException if there is no such protocol; the message lists those there are
	 */
	public Protocol require(String idOrFile) throws IOException {
		if (isPath(idOrFile)) return read(Path.of(idOrFile));
		return catalog.find(idOrFile)
				.orElseThrow(() -> new IllegalArgumentException("There is no protocol \"" + idOrFile + "\". There are: "
						+ catalog.protocols().stream().map(p -> p.stamp().id()).collect(Collectors.joining(", "))
						+ "; or give the path of a protocol file."));
	}

	private static boolean isPath(String idOrFile) {
		return idOrFile.toLowerCase(Locale.ROOT).endsWith(".json") || idOrFile.contains("/") || idOrFile.contains("\\");
	}

	private static Protocol read(Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new IOException("There is no such protocol file.");
		try {
			return ProtocolReader.read(file);
		} catch (JsonException e) {
			throw new IOException("This is no protocol file: " + e.getMessage(), e);
		}
	}

	/** The newest version of each protocol, in the order of the catalog. */
	public List<Protocol> all() {
		return catalog.protocols().stream().map(p -> p.stamp().id()).distinct().map(id -> catalog.find(id).orElseThrow())
				.toList();
	}

	/** The protocol that labels were made under, if it is at hand. */
	Optional<Protocol> find(ProtocolStamp stamp) {
		return catalog.find(stamp);
	}

	/** The protocol that fits what is known of an image (DICOM Modality and BodyPartExamined), else the default. */
	public Protocol suggest(Map<String, String> facts) {
		String modality = facts.getOrDefault("Modality", "");
		String part = facts.getOrDefault("BodyPartExamined", "").toUpperCase(Locale.ROOT);
		String id = BY_MODALITY.getOrDefault(modality, "default");
		if (modality.equals("CT") && part.contains("CHEST")) id = "onco-chest-ct";
		if (modality.equals("MR") && (part.contains("BRAIN") || part.contains("HEAD"))) id = "neuro-mr";
		if (part.contains("LIVER")) id = "liver-ct-mr";
		return catalog.find(id).orElseGet(catalog::defaultProtocol);
	}
}
