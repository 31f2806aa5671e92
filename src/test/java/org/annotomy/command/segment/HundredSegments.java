package org.annotomy.command.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.image.MedicalImage;
import org.annotomy.segmentation.morphology.BallMorphology;
import org.annotomy.segmentation.morphology.Ellipsoid;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;

/** Paints 100 segments on 512 × 512 × 600 voxels of 16 bits and edits them, in a JVM of its own; ends with a line of numbers. */
public final class HundredSegments {

	private static final VolumeSize SIZE = new VolumeSize(512, 512, 600);
	private static final VoxelSpacing SPACING = new VoxelSpacing(0.8, 0.8, 1);

	private HundredSegments() {}

	public static void main(String[] arguments) {
		Random random = new Random(20261127);
		MedicalImage image = Volumes.image(SIZE, SPACING, (x, y, z) -> x + y + z & 0x3ff);
		ImageVolume volume = new ImageVolume(image, 0, 0);
		AnnotationDocument document = new AnnotationDocument(image.identity(), Protocol.NONE);
		SegmentEdits edits = new SegmentEdits(document, volume, 0, EditingRules.FREE.with(Overwrite.NONE));
		List<Segment> segments = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			Segment segment = Segment.of(UUID.randomUUID(), 0, 600 * (i + 1), "S" + i, null);
			document.edit("Add segment").put(segment).apply();
			segments.add(segment);
			edits.add("Paint", segment.id(), ball(random, 25 + random.nextInt(30)), Progress.NONE);
		}
		for (int stroke = 0; stroke < 120; stroke++) {
			UUID segment = segments.get(random.nextInt(100)).id();
			Mask mask = ball(random, 4 + random.nextInt(10));
			if (stroke % 3 == 0) edits.remove("Erase", segment, mask, Progress.NONE);
			else edits.add("Paint", segment, mask, Progress.NONE);
		}
		SegmentVoxels voxels = new SegmentVoxels(document, 0);
		Mask largest = voxels.mask(segments.get(0));
		edits.replace("Grow", segments.get(0).id(),
				BallMorphology.dilate(largest, Ellipsoid.ball(3), SPACING, SIZE.box(), Progress.NONE), Progress.NONE);
		for (int i = 0; i < 50; i++)
			document.undo();
		edits.add("Range", segments.get(1).id(), volume.range(SIZE.box(), 1000, 1023, Progress.NONE), Progress.NONE);
		long marked = voxels.counts().values().stream().mapToLong(Long::longValue).sum();
		System.out
				.println("marked " + marked + " blocks " + document.blocks().size() + " segments " + document.segments().size());
	}

	private static Mask ball(Random random, double radiusMm) {
		Position at = new Position(random.nextInt(SIZE.nx()), random.nextInt(SIZE.ny()), random.nextInt(SIZE.nz()));
		return RoundBrush.ball(List.of(at), radiusMm, SIZE, SPACING);
	}
}
