package org.annotomy.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.digest.Sha256;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.interchange.sidecar.SidecarContent;
import org.annotomy.interchange.sidecar.SidecarHeader;
import org.annotomy.interchange.sidecar.SidecarReader;
import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;
import org.annotomy.task.Progress;

/** Reads sidecars with their voxels as documents about one image. */
record LabelsReader(FileLayer files, StorePaths place, ImageIdentity image, Protocol protocol) {

	/** Longer files are read bit by bit: only other programs write such. */
	private static final long LARGE = 64 << 20;

	/**
	 * Bytes of a sidecar that were read once, so that digest and content are of the same moment.
	 *
	 * @param bytes null if the file is too large to be held
	 * @param sha256 of the bytes
	 */
	record Labels(byte[] bytes, String sha256, SidecarContent content) {}

	/** @throws IOException if the file cannot be read or is no sidecar */
	Labels read(Path geojson) throws IOException {
		if (files.size(geojson) > LARGE) return readLarge(geojson);
		int most = (int) Math.min(Integer.MAX_VALUE - 16, Runtime.getRuntime().maxMemory() / 4);
		byte[] bytes = Contents.read(files, geojson, most);
		return of(bytes);
	}

	private Labels readLarge(Path geojson) throws IOException {
		MessageDigest digest = Sha256.begin();
		try (InputStream in = new DigestInputStream(files.read(geojson), digest)) {
			SidecarContent content = SidecarReader.readStream(in, files.size(geojson), Progress.NONE);
			in.transferTo(OutputStream.nullOutputStream());
			return new Labels(null, Sha256.end(digest), content);
		}
	}

	/** @throws IOException if it is no sidecar */
	static Labels of(byte[] bytes) throws IOException {
		return new Labels(bytes, Sha256.hex(bytes), SidecarReader.read(bytes, Progress.NONE));
	}

	/**
	 * A document with an empty history.
	 *
	 * @param blocks its voxels
	 * @param packs what its packs of detections hold
	 */
	AnnotationDocument document(SidecarContent content, Map<BlockIndex, LabelBlock> blocks, DetectionPacks.Read packs) {
		return content.toDocument(image, protocolOf(content), blocks, packs.blocks());
	}

	/** What the packs of detections hold. @throws IOException if one cannot be read */
	DetectionPacks.Read detections(SidecarContent content) throws IOException {
		return new DetectionPacks(files, place).read(content.header().packs());
	}

	/** @throws IOException if the file cannot be read or is of another image */
	Map<BlockIndex, LabelBlock> voxels(Path seg) throws IOException {
		return VoxelFormat.read(files, seg, image);
	}

	/** The protocol at hand, if the labels were made under it or under none; else what the file knows of its own. */
	private Protocol protocolOf(SidecarContent content) {
		if (content.stamp() == null || content.stamp().sameVersion(protocol.stamp())) return content.completed(protocol);
		return content.protocolOfFile();
	}

	/** No labels yet. */
	AnnotationDocument nothing() {
		return new AnnotationDocument(image, protocol);
	}

	/** An earlier version. @throws IOException if it cannot be read */
	AnnotationDocument read(VersionFolder versions, Version version) throws IOException {
		Labels labels = read(versions.labels(version));
		if (!Version.digits(labels.sha256()).equals(version.labels())) throw new IOException("The version has been changed.");
		SidecarHeader.VoxelStamp stamp = labels.content().header().voxels();
		Map<BlockIndex, LabelBlock> blocks = Map.of();
		if (stamp != null) {
			if (!versions.verifies(versions.voxels(stamp.sha256()), stamp.sha256()))
				throw new IOException("The voxels of the version are missing or have been changed.");
			blocks = voxels(versions.voxels(stamp.sha256()));
		}
		DetectionPacks.Read packs = detections(labels.content());
		if (packs.missing()) throw new IOException("Detections of the version are missing.");
		return document(labels.content(), blocks, packs).copy();
	}

	/** The labels that a journal's edits follow, if they are still kept. @throws IOException if the folder fails */
	Optional<AnnotationDocument> base(LeftJournal journal, VersionFolder versions) throws IOException {
		if (journal.base().equals(JournalHeader.NO_BASE)) return Optional.of(nothing());
		Optional<Version> version = versions.find(journal.base());
		return version.isEmpty() ? Optional.empty() : Optional.of(read(versions, version.get()));
	}
}
