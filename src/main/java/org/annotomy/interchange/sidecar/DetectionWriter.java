package org.annotomy.interchange.sidecar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.image.FastGzip;
import org.annotomy.task.Pipeline;
import org.annotomy.task.Progress;

/**
 * Writes masses of detections as GeoJSON that QuPath opens, block by block, with all processors and little memory. Every outline of a block
 * passes QuPath's rules (that is asked before it comes into one), and what else a Feature has is written once for each kind by the same
 * encoder as any object.
 */
public final class DetectionWriter {

	private DetectionWriter() {}

	/**
	 * A FeatureCollection of detections alone.
	 *
	 * @param protocol of which the classes are
	 * @throws IOException if writing fails
	 */
	public static void write(List<DetectionBlock> blocks, Protocol protocol, OutputStream out, Progress progress)
			throws IOException {
		out.write("{\"type\":\"FeatureCollection\",\"features\":[\n".getBytes(StandardCharsets.UTF_8));
		writeFeatures(blocks, protocol, false, out, progress);
		out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
	}

	/** The same packed by gzip; the stream is left open. @throws IOException if writing fails */
	public static void writePacked(List<DetectionBlock> blocks, Protocol protocol, OutputStream out, Progress progress)
			throws IOException {
		FastGzip packed = new FastGzip(new BufferedOutputStream(out, 1 << 16));
		write(blocks, protocol, packed, progress);
		packed.finish();
		packed.flush();
	}

	/**
	 * The whole document as one file: the sidecar with all detections in it.
	 *
	 * @return objects that QuPath could not open: they are in the file, but not among the features
	 * @throws IOException if writing fails
	 */
	public static List<SidecarFile.Unplaced> write(AnnotationDocument document, SidecarHeader header, OutputStream out,
			Progress progress)
			throws IOException {
		SidecarFile individual = SidecarWriter.write(document, header.withPacks(List.of()), progress.part(0, 0.1));
		individual.writeWithoutEnd(out);
		List<DetectionBlock> blocks = document.detections().blocks().stream().map(Detections.Keyed::block).toList();
		writeFeatures(blocks, document.protocol(), individual.features() > 0, out, progress.part(0.1, 1));
		out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
		return individual.unplaced();
	}

	private static void writeFeatures(List<DetectionBlock> blocks, Protocol protocol, boolean behindOthers, OutputStream out,
			Progress progress) throws IOException {
		FeatureEncoder encoder = new FeatureEncoder(protocol);
		ThreadLocal<BlockText> texts = ThreadLocal.withInitial(() -> new BlockText(encoder));
		Iterator<DetectionBlock> next = blocks.iterator();
		int[] done = {0};
		try {
			Pipeline.run(() -> next.hasNext() ? next.next() : null, block -> texts.get().write(block), text -> {
				progress.checkCancelled();
				progress.update((double) done[0] / blocks.size(), "Writing detections");
				if (behindOthers || done[0] > 0) out.write(SidecarWriter.BETWEEN);
				out.write(text);
				done[0]++;
			});
		} catch (IOException | RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IOException(e);
		}
	}
}
