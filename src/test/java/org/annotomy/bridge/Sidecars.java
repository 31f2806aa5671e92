package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Sidecars of the same work done twice: the same but for times and ids. */
final class Sidecars {

	private static final Pattern UUID = Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
	/** The digest of the file before, which has ids and times in it. */
	private static final Pattern PARENT = Pattern.compile("\"parent\":\"sha256:[0-9a-f]{64}\"");
	private static final Pattern TIME = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z\"");

	/** Of the voxel file, which has ids and times in it; what it holds is compared by {@link #voxels}. */
	private static final Pattern VOXEL_FILE = Pattern.compile("\"voxels\":\\{\"sha256\":\"[0-9a-f]{64}\",\"bytes\":\\d+");
	private static final Pattern UID = Pattern.compile("\\b2\\.25\\.\\d+");
	private static final Pattern BARE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");

	private Sidecars() {}

	/** The only file of a folder with that ending. */
	static Path only(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> found = files.filter(f -> f.getFileName().toString().endsWith(ending)).toList();
			assertEquals("files ending in " + ending, 1, found.size());
			return found.get(0);
		}
	}

	/**
	 * The text of the sidecar of an image in a folder, without times, and with each id replaced by the number of its first mention. The
	 * format has the features in the order of their ids; here they are in that of their texts.
	 */
	static String withoutIdsAndTimes(Path folder) throws IOException {
		String text = TIME.matcher(Files.readString(only(folder, ".geojson"))).replaceAll("\"a time\"");
		text = PARENT.matcher(text).replaceAll("\"parent\":\"the file before\"");
		text = VOXEL_FILE.matcher(text).replaceAll("\"voxels\":{");
		List<String> lines = text.lines().map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
				.sorted(Comparator.comparing(line -> UUID.matcher(line).replaceAll("id"))).toList();
		Map<String, Integer> numbers = new HashMap<>();
		return UUID.matcher(String.join("\n", lines)).replaceAll(id -> "id " + number(id.group(), numbers));
	}

	/** What the voxel file of an image in a folder holds: its header without times and ids, and a digest of its voxels. */
	static String voxels(Path folder) throws IOException {
		byte[] file = Files.readAllBytes(only(folder, ".seg.nrrd"));
		String latin = new String(file, StandardCharsets.ISO_8859_1);
		int data = latin.indexOf("\n\n") + 2;
		Map<String, Integer> numbers = new HashMap<>();
		String header = UUID.matcher(latin.substring(0, data)).replaceAll(id -> "id " + number(id.group(), numbers));
		try (InputStream voxels = new GZIPInputStream(new ByteArrayInputStream(file, data, file.length - data))) {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(voxels.readAllBytes());
			header = UID.matcher(header).replaceAll("a uid");
			return BARE_TIME.matcher(header).replaceAll("a time") + HexFormat.of().formatHex(digest);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static int number(String id, Map<String, Integer> numbers) {
		numbers.putIfAbsent(id, numbers.size() + 1);
		return numbers.get(id);
	}
}
