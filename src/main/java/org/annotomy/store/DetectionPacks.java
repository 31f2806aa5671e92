package org.annotomy.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.digest.Sha256;
import org.annotomy.geometry.Box;
import org.annotomy.interchange.sidecar.DetectionWriter;
import org.annotomy.interchange.sidecar.SidecarContent;
import org.annotomy.interchange.sidecar.SidecarHeader.PackStamp;
import org.annotomy.interchange.sidecar.SidecarHeader.PackedBlock;
import org.annotomy.interchange.sidecar.SidecarReader;
import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * The files beside a sidecar that hold its detections, some tens of thousands each: {@code X.detections-<digits>.geojson.gz}, which QuPath
 * opens. Their names are the first digits of their digests, so that they are never changed: a save writes anew only those of which a block
 * was touched, before the sidecar that names them; until then the old ones are there.
 */
final class DetectionPacks {

	/** So many blocks at most are in one file: a change of one cell writes no more than that again. */
	static final int BLOCKS_PER_PACK = 16;

	private static final String MARK = ".detections-";
	private static final String EXTENSION = ".geojson.gz";

	/**
	 * What was read.
	 *
	 * @param remarks for the user
	 * @param missing whether a file was not there: then the labels may not be saved
	 * @param intact those whose bytes are as they were written
	 */
	record Read(Map<Integer, DetectionBlock> blocks, List<PackStamp> intact, List<String> remarks, boolean missing) {}

	private final FileLayer files;
	private final StorePaths place;

	DetectionPacks(FileLayer files, StorePaths place) {
		this.files = files;
		this.place = place;
	}

	Path file(String sha256) {
		return place.folder().resolve(stem() + MARK + Version.digits(sha256) + EXTENSION);
	}

	private String stem() {
		String name = place.geojson().getFileName().toString();
		return name.substring(0, name.length() - ".geojson".length());
	}

	/**
	 * Writes what is not there yet.
	 *
	 * @param base what the files hold now
	 * @return all packs of the snapshot
	 * @throws IOException if writing fails; what was there is as before
	 */
	List<PackStamp> write(AnnotationDocument snapshot, Base base, Progress progress) throws IOException {
		Detections now = snapshot.detections();
		boolean sameClasses = snapshot.protocol().equals(base.document().protocol());
		List<PackStamp> packs = new ArrayList<>();
		List<List<PackedBlock>> anew = new ArrayList<>();
		Map<Integer, PackedBlock> left = new LinkedHashMap<>();
		now.blocks().forEach(block -> left.put(block.key(), new PackedBlock(block.key(), block.block().size())));
		for (PackStamp pack : base.header().packs()) {
			boolean same = sameClasses && isThere(pack) && pack.blocks().stream()
					.allMatch(b -> now.block(b.key()).equals(base.document().detections().block(b.key())));
			if (same) packs.add(pack);
			else anew.add(pack.blocks().stream().map(block -> left.get(block.key())).filter(b -> b != null).toList());
			pack.blocks().forEach(block -> left.remove(block.key()));
		}
		List<PackedBlock> rest = new ArrayList<>(left.values());
		for (int i = 0; i < rest.size(); i += BLOCKS_PER_PACK)
			anew.add(rest.subList(i, Math.min(rest.size(), i + BLOCKS_PER_PACK)));
		anew.removeIf(List::isEmpty);
		PackStamp[] written = new PackStamp[anew.size()];
		Workers.forEach(anew.size(), progress, "Saving detections", i -> written[i] = write(snapshot, anew.get(i), i));
		packs.addAll(List.of(written));
		if (!anew.isEmpty()) files.forceFolder(place.folder());
		return packs;
	}

	private boolean isThere(PackStamp pack) throws IOException {
		Path file = file(pack.sha256());
		return files.exists(file) && files.size(file) == pack.bytes();
	}

	private PackStamp write(AnnotationDocument snapshot, List<PackedBlock> wanted, int number) throws IOException {
		List<DetectionBlock> blocks = wanted.stream().map(block -> snapshot.detections().block(block.key())).toList();
		files.createFolders(place.hidden());
		Path draft = place.hidden().resolve("detections-" + number + ".tmp");
		try {
			try (OpenFile file = files.create(draft)) {
				DetectionWriter.writePacked(blocks, snapshot.protocol(), Contents.stream(file), Progress.NONE);
				file.force();
			}
			String sha256 = Contents.sha256(files, draft);
			PackStamp stamp = new PackStamp(sha256, files.size(draft), bounds(blocks), wanted);
			if (isThere(stamp)) files.delete(draft);
			else files.replace(draft, file(sha256));
			return stamp;
		} catch (IOException | RuntimeException e) {
			Contents.drop(files, draft, e);
			throw e;
		}
	}

	private static Box bounds(List<DetectionBlock> blocks) {
		Box all = blocks.get(0).outlines().bounds();
		for (DetectionBlock block : blocks)
			all = all.union(block.outlines().bounds());
		return all;
	}

	/** @throws IOException if a file cannot be read or is not GeoJSON */
	Read read(List<PackStamp> packs) throws IOException {
		Map<Integer, DetectionBlock> blocks = new LinkedHashMap<>();
		List<DetectionBlock> others = new ArrayList<>();
		List<PackStamp> intact = new ArrayList<>();
		List<String> remarks = new ArrayList<>();
		boolean missing = false;
		for (PackStamp pack : packs)
			try {
				List<DetectionBlock> found = new ArrayList<>();
				if (read(pack, found, remarks)) {
					intact.add(pack);
					for (int i = 0; i < found.size(); i++)
						blocks.put(pack.blocks().get(i).key(), found.get(i));
				} else others.addAll(found);
			} catch (NoSuchFileException e) {
				missing = true;
			}
		int next = packs.stream().flatMap(pack -> pack.blocks().stream()).mapToInt(PackedBlock::key).max().orElse(-1) + 1;
		for (DetectionBlock block : others)
			blocks.put(next++, block);
		return new Read(blocks, intact, remarks, missing);
	}

	/** @return whether the file is the one that was written */
	private boolean read(PackStamp pack, List<DetectionBlock> found, List<String> remarks) throws IOException {
		MessageDigest digest = Sha256.begin();
		int[] plan = pack.blocks().stream().mapToInt(PackedBlock::rows).toArray();
		SidecarContent content;
		try (InputStream in = new DigestInputStream(files.read(file(pack.sha256())), digest)) {
			content = SidecarReader.readDetections(in, plan);
			in.transferTo(OutputStream.nullOutputStream());
		}
		boolean same = Sha256.end(digest).equals(pack.sha256())
				&& content.detections().size() == plan.length && content.objects().isEmpty();
		found.addAll(content.detections());
		if (!same)
			remarks.add("A file of detections beside the image had been changed by another program; its " + pack.count()
					+ " detections were taken as they are now."
					+ (content.objects().isEmpty() ? "" : " Left out, since they are none: " + content.objects().size() + "."));
		return same;
	}

	/**
	 * Files of detections that the labels do not need any more.
	 *
	 * @param needed packs of the labels
	 * @throws IOException if the folder cannot be read
	 */
	OldPacks old(List<PackStamp> needed) throws IOException {
		Set<Path> used = new HashSet<>();
		needed.forEach(pack -> used.add(file(pack.sha256())));
		Map<String, Path> old = new LinkedHashMap<>();
		String start = stem() + MARK;
		for (Path file : files.list(place.folder())) {
			String name = file.getFileName().toString();
			if (name.startsWith(start) && name.endsWith(EXTENSION) && !used.contains(file))
				old.put(name.substring(start.length(), name.length() - EXTENSION.length()), file);
		}
		return new OldPacks(files, old);
	}
}
