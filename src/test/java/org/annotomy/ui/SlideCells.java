package org.annotomy.ui;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;
import org.annotomy.interchange.sidecar.DetectionWriter;
import org.annotomy.sample.histology.HistologySlide;
import org.annotomy.sample.histology.Nucleus;
import org.annotomy.sample.histology.NucleusKind;
import org.annotomy.task.Progress;

/** The known nuclei of a sample slide as another program's detections. */
final class SlideCells {

	private static final int CORNERS = 14;
	private static final Protocol CLASSES = new Protocol(Protocol.NONE.stamp(), "Nuclei", "",
			List.of(AnnotationClass.plain(NucleusKind.TUMOUR.name(), "Tumor nucleus", 0xc80000),
					AnnotationClass.plain(NucleusKind.MITOSIS.name(), "Mitotic nucleus", 0xffc800),
					AnnotationClass.plain(NucleusKind.LYMPHOCYTE.name(), "Lymphocyte", 0x3060ff),
					AnnotationClass.plain(NucleusKind.FIBROBLAST.name(), "Fibroblast", 0x009000)),
			List.of(), List.of(), List.of(), List.of());

	private SlideCells() {}

	/** @return how many there are */
	static int write(HistologySlide slide, Path file) throws IOException {
		List<DetectionBlock> blocks = new ArrayList<>();
		BlockBuilder block = new BlockBuilder();
		int[] count = {0};
		Box all = new Box(0, 0, slide.levels().get(0).width(), slide.levels().get(0).height());
		slide.forEachNucleus(all, nucleus -> {
			if (block.add(cell(nucleus, new UUID(0x4000L, 0x8000000000000000L | count[0])))) count[0]++;
			if (block.isFull()) blocks.add(block.build());
		});
		if (block.size() > 0) blocks.add(block.build());
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
			DetectionWriter.write(blocks, CLASSES, out, Progress.NONE);
		}
		return count[0];
	}

	private static AnnotationObject cell(Nucleus nucleus, UUID id) {
		double[] xy = nucleus.outline(CORNERS).toArray();
		for (int i = 0; i < xy.length; i++)
			xy[i] = Math.rint(100 * xy[i]) / 100;
		double areaUm2 = Math.PI * nucleus.longRadius() * nucleus.shortRadius() * HistologySlide.PIXEL_UM
				* HistologySlide.PIXEL_UM;
		return AnnotationObject.builder(id, PolygonShape.of(Vertices.of(xy), PolygonShape.Origin.POLYGON), Plane.FIRST)
				.type(ObjectType.DETECTION).classKey(nucleus.kind().name())
				.measurements(Map.of("Nucleus: Area µm^2", Math.rint(100 * areaUm2) / 100)).build();
	}
}
