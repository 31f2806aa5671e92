package org.annotomy.imagej.overlay;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.DepthEdits;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.segmentation.outline.OutlineAlgebra;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import ij.process.ByteProcessor;

/** What is painted is looked at through ImageJ's own {@code flatten}, which draws the overlay as a window does. */
public class AnnotationOverlayTest {

	private static final int SIZE = 100;
	private static final Protocol PROTOCOL = new Protocol(new ProtocolStamp("p", "1", null), "P", "",
			List.of(AnnotationClass.plain("red", "Red thing", 0xff0000), AnnotationClass.plain("blue", "Blue thing", 0x0000ff)),
			List.of(), List.of(), List.of(), List.of());

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(SIZE, SIZE, 4, 1, 1)), PROTOCOL);

	@Test
	public void outlineAndFillAreInTheColourOfTheClass() {
		ImagePlus image = image(1);
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20)).classKey("red"));
		int[] pixels = flattened(image);
		assertReddish("border", pixels, 20, 40, 200);
		assertReddish("fill", pixels, 40, 40, 40);
		assertEquals("outside", 0x646464, at(pixels, 70, 40));
		document.undo();
		assertEquals("undone", 0x646464, at(flattened(image), 20, 40));
		document.redo();
		assertReddish("redone", flattened(image), 20, 40, 200);
	}

	@Test
	public void holesAreNotFilled() {
		ImagePlus image = image(1);
		show(image);
		Shape frame = OutlineAlgebra.subtract(RectangleShape.of(10, 10, 60, 60), RectangleShape.of(30, 30, 20, 20)).orElseThrow();
		put(object(frame).classKey("red").appearance(Appearance.DEFAULT.withOpacity(1)));
		assertReddish("frame", flattened(image), 20, 40, 155);
		assertEquals("hole", 0x646464, at(flattened(image), 40, 40));
	}

	@Test
	public void objectsAreShownOnTheirPlanes() {
		ImagePlus image = image(4);
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20), Plane.slice(2)).classKey("red"));
		put(object(RectangleShape.of(70, 70, 20, 20), Plane.slice(1)).span(Span.slices(1, 3)).classKey("blue"));
		for (int slice = 1; slice <= 4; slice++) {
			image.setSlice(slice);
			int[] pixels = flattened(image);
			assertEquals("slice " + slice, slice == 3, at(pixels, 20, 40) != 0x646464);
			assertEquals("span, slice " + slice, slice > 1, at(pixels, 70, 80) != 0x646464);
		}
	}

	@Test
	public void everyKindOfShapeLeavesATrace() {
		List<Shape> shapes = List.of(PointsShape.of(new Point(50, 50)), new LineShape(new Point(10, 50), new Point(90, 50)),
				new ArrowShape(new Point(10, 50), new Point(60, 50), "filled", 10, false, false),
				EllipseShape.inside(new Box(20, 20, 60, 60)), PolygonShape.of(20, 20, 80, 20, 50, 80),
				new TextShape(new Box(20, 40, 60, 20), "text", "SansSerif", 18, 0, 0, 0));
		for (Shape shape : shapes) {
			ImagePlus image = image(1);
			AnnotationOverlay overlay = show(image);
			put(object(shape).classKey("red"));
			long changed = Arrays.stream(flattened(image)).filter(p -> (p & 0xffffff) != 0x646464).count();
			assertTrue(shape.kind() + ": " + changed + " pixels", changed > 10);
			overlay.detach();
			document.undo();
		}
	}

	@Test
	public void theYoungerIsInFrontUnlessTheOrderSaysOtherwise() {
		ImagePlus image = image(1);
		AnnotationOverlay overlay = show(image);
		Appearance full = Appearance.DEFAULT.withOpacity(1);
		AnnotationObject old = put(
				object(RectangleShape.of(10, 10, 50, 50)).classKey("red").appearance(full).provenance(made(1)));
		AnnotationObject young = put(
				object(RectangleShape.of(30, 30, 50, 50)).classKey("blue").appearance(full).provenance(made(2)));
		assertEquals(0x0000ff, at(flattened(image), 40, 40));
		assertEquals(List.of(young.id(), old.id()), ids(overlay.objectsAt(40, 40, 0, Plane.FIRST)));
		put(old.toBuilder().appearance(full.withOrder(5)));
		assertEquals(0xff0000, at(flattened(image), 40, 40));
		assertEquals(List.of(old.id(), young.id()), ids(overlay.objectsAt(40, 40, 0, Plane.FIRST)));
	}

	@Test
	public void whatDoesNotLetThroughHidesWhatIsBehindButNotTheImage() {
		ImagePlus image = image(1);
		show(image);
		put(object(new LineShape(new Point(0, 50.5), new Point(100, 50.5))).classKey("red").provenance(made(1)));
		Appearance opaque = Appearance.DEFAULT.withOpacity(0).withSeeThrough(false);
		AnnotationObject front = put(
				object(RectangleShape.of(30, 30, 40, 40)).classKey("blue").appearance(opaque).provenance(made(2)));
		int[] pixels = flattened(image);
		assertReddish("beside", pixels, 10, 50, 100);
		assertEquals("behind", 0x646464, at(pixels, 50, 50));
		put(front.toBuilder().appearance(opaque.withSeeThrough(true)));
		assertReddish("seen through", flattened(image), 50, 50, 100);
	}

	@Test
	public void hiddenAndFilteredObjectsAreNeitherPaintedNorHit() {
		ImagePlus image = image(1);
		AnnotationOverlay overlay = show(image);
		AnnotationObject object = put(object(RectangleShape.of(10, 10, 50, 50)).classKey("red"));
		overlay.setFilter(o -> !"red".equals(o.classKey()));
		assertEquals(0x646464, at(flattened(image), 10, 40));
		assertEquals(List.of(), overlay.objectsAt(20, 20, 1, Plane.FIRST));
		overlay.setFilter(o -> true);
		put(object.toBuilder().appearance(object.appearance().withVisible(false)));
		assertEquals(0x646464, at(flattened(image), 10, 40));
		assertEquals(List.of(), overlay.objectsAt(20, 20, 1, Plane.FIRST));
	}

	@Test
	public void detectionsAreShownHoweverManyOfAnotherClassAreHidden() {
		ImagePlus image = image(1);
		AnnotationOverlay overlay = show(image);
		BlockBuilder cells = new BlockBuilder();
		for (int i = 0; i < 600; i++)
			cells.add(object(RectangleShape.of(i % 30 * 2, 10 + i / 30 * 2, 1, 1)).classKey("red").type(ObjectType.DETECTION)
					.build());
		cells.add(object(RectangleShape.of(80, 80, 10, 10)).classKey("blue").type(ObjectType.DETECTION).build());
		for (int i = 0; i < 600; i++)
			cells.add(object(RectangleShape.of(i % 30 * 2, 52 + i / 30 * 2, 1, 1)).classKey("red").type(ObjectType.DETECTION)
					.build());
		document.edit("Cells").addDetections(List.of(cells.build())).apply();
		overlay.setFilter(object -> object.classKey().equals("blue"));
		int[] pixels = flattened(image);
		assertNotEquals("shown", 0x646464, at(pixels, 80, 85));
		assertEquals("hidden", 0x646464, at(pixels, 0, 10));
		assertEquals(1, overlay.objectsAt(85, 85, 1, Plane.FIRST).size());
	}

	@Test
	public void hitsAreWithinTheToleranceAndNotInHoles() {
		AnnotationOverlay overlay = show(image(4));
		Shape frame = OutlineAlgebra.subtract(RectangleShape.of(10, 10, 60, 60), RectangleShape.of(30, 30, 20, 20)).orElseThrow();
		put(object(frame, Plane.slice(1)));
		put(object(new LineShape(new Point(80, 0), new Point(80, 100)), Plane.slice(1)));
		put(object(PointsShape.of(new Point(95, 5)), Plane.slice(1)));
		assertEquals(1, overlay.objectsAt(20, 20, 0, Plane.slice(1)).size());
		assertEquals("hole", 0, overlay.objectsAt(40, 40, 2, Plane.slice(1)).size());
		assertEquals("border of the hole", 1, overlay.objectsAt(40, 31, 2, Plane.slice(1)).size());
		assertEquals("other plane", 0, overlay.objectsAt(20, 20, 2, Plane.slice(2)).size());
		assertEquals(1, overlay.objectsAt(82, 50, 2, Plane.slice(1)).size());
		assertEquals(0, overlay.objectsAt(82.5, 50, 2, Plane.slice(1)).size());
		assertEquals(1, overlay.objectsAt(96, 6, 2, Plane.slice(1)).size());
	}

	@Test
	public void elementsOfOthersStay() {
		ImagePlus image = image(1);
		Roi foreign = new Roi(1, 1, 5, 5);
		image.setOverlay(new Overlay(foreign));
		AnnotationOverlay overlay = show(image);
		put(object(RectangleShape.of(20, 30, 40, 20)).classKey("red"));
		assertEquals(2, image.getOverlay().size());
		Roi another = new Roi(2, 2, 5, 5);
		image.setOverlay(new Overlay(another));
		put(object(RectangleShape.of(70, 70, 20, 20)).classKey("red"));
		assertTrue(image.getOverlay().contains(another));
		assertReddish("put on again", flattened(image), 20, 40, 200);
		overlay.detach();
		assertEquals(1, image.getOverlay().size());
		assertSame(another, image.getOverlay().get(0));
		assertEquals(0x646464, at(flattened(image), 20, 40));
	}

	@Test
	public void anEmptyDocumentLeavesNoOverlay() {
		ImagePlus image = image(1);
		AnnotationOverlay overlay = show(image);
		assertNull(image.getOverlay());
		put(object(RectangleShape.of(20, 30, 40, 20)));
		assertNotNull(image.getOverlay());
		document.undo();
		assertNull(image.getOverlay());
		document.redo();
		image.setHideOverlay(true);
		put(object(RectangleShape.of(2, 3, 4, 2)));
		assertTrue("what the user has hidden stays hidden", image.getHideOverlay());
		overlay.detach();
		assertNull(image.getOverlay());
	}

	@Test
	public void duplicatesTakeOrdinarySelectionsAlong() {
		ImagePlus image = image(4);
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20), Plane.slice(2)).classKey("red").name("L1"));
		put(object(RectangleShape.of(70, 70, 20, 20), Plane.slice(0)).classKey("blue").name("L2"));
		image.getOverlay().add(new Roi(1, 1, 3, 3));
		Overlay all = new Duplicator().run(image).getOverlay();
		assertEquals(List.of("L1", "L2"), names(all));
		assertEquals(3, all.get("L1").getPosition());
		Overlay part = new Duplicator().run(image, 2, 4).getOverlay();
		assertEquals(List.of("L1"), names(part));
		assertEquals("third slice of the old, second of the new", 2, part.get("L1").getPosition());
		assertEquals(new Color(0xff0000), part.get("L1").getStrokeColor());
		image.setRoi(10, 20, 60, 60);
		Overlay cropped = new Duplicator().run(image).getOverlay();
		assertEquals(new java.awt.Rectangle(10, 10, 40, 20), cropped.get("L1").getBounds());
		for (Roi roi : all.toArray())
			assertNull(roi.getProperty(RoiShapes.LAYER));
	}

	@Test
	public void copiesFromAnotherProgramsOverlayHoldWhatIsPainted() {
		ImagePlus image = image(4);
		image.setOverlay(new Overlay(new Roi(1, 1, 3, 3)));
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20), Plane.slice(2)).classKey("red"));
		image.setSlice(3);
		Overlay copy = image.getOverlay().duplicate();
		assertEquals(2, copy.size());
		assertNull(copy.get(1).getProperty(RoiShapes.LAYER));
		assertEquals(new java.awt.Rectangle(20, 30, 40, 20), copy.get(1).getBounds());
		assertEquals(3, copy.get(1).getPosition());
	}

	@Test
	public void stacksAreFlattenedSliceBySlice() {
		ImagePlus image = image(3);
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20), Plane.slice(1)).classKey("red"));
		image.flattenStack();
		for (int slice = 1; slice <= 3; slice++)
			assertEquals("slice " + slice, slice == 2,
					(((int[]) image.getStack().getPixels(slice))[40 * SIZE + 20] & 0xffffff) != 0x646464);
	}

	@Test
	public void theLayerIsNotSavedAndWhatIsLeftOfOneIsTakenAway() {
		ImagePlus image = image(2);
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20)).classKey("red"));
		assertNull("labels live in the sidecar", saved(image, "alone.tif").getOverlay());
		image.getOverlay().add(new Roi(1, 1, 3, 3));
		ImagePlus opened = saved(image, "beside.tif");
		assertEquals(2, opened.getOverlay().size());
		new AnnotationOverlay(opened, new AnnotationDocument(document.image(), PROTOCOL)).attach();
		assertEquals(1, opened.getOverlay().size());
		assertEquals(new java.awt.Rectangle(1, 1, 3, 3), opened.getOverlay().get(0).getBounds());
	}

	@Test
	public void theLayerIsNoSelection() {
		ImagePlus image = image(1);
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20)));
		Roi layer = image.getOverlay().get(0);
		assertFalse(layer.contains(30, 40) || layer.containsPoint(30, 40));
		assertNotEquals(layer, new Roi(0, 0, SIZE, SIZE));
		String message = assertThrows(IllegalArgumentException.class, () -> RoiShapes.shapeOf(layer)).getMessage();
		assertTrue(message, message.contains("not itself a selection"));
	}

	@Test
	public void annotationsAreNotPaintedOnAnImageThatWasCropped() {
		ImagePlus image = image(1);
		show(image);
		put(object(RectangleShape.of(20, 30, 40, 20)).classKey("red"));
		image.setProcessor(image.getProcessor().resize(50, 50));
		put(object(RectangleShape.of(2, 3, 4, 2)).classKey("red"));
		assertNull(image.getOverlay());
	}

	@Test
	public void objectsOfOneChannelAreShownOnIt() {
		ImagePlus plain = image(4);
		plain.setDimensions(2, 2, 1);
		ImagePlus image = new CompositeImage(plain, IJ.GRAYSCALE);
		AnnotationOverlay overlay = show(image);
		put(object(RectangleShape.of(20, 30, 40, 20), new Plane(1, 0, 0)));
		assertEquals(0, overlay.objectsOn(new Plane(0, 0, 0)).size());
		assertEquals(1, overlay.objectsOn(new Plane(1, 0, 0)).size());
		assertEquals(1, overlay.objectsOn(Plane.FIRST).size());
		assertEquals(0, overlay.objectsOn(new Plane(1, 1, 0)).size());
	}

	@Test
	public void labelsAndSelectionArePaintedOnTop() {
		ImagePlus image = image(1);
		AnnotationOverlay overlay = show(image);
		AnnotationObject object = put(object(RectangleShape.of(20, 50, 40, 20)).classKey("red").name("L1"));
		int[] plain = flattened(image);
		overlay.setLabels(LabelText.NAME_AND_CLASS);
		int[] labelled = flattened(image);
		assertFalse(Arrays.equals(plain, labelled));
		overlay.setLabels(LabelText.NOTHING);
		overlay.setSelected(List.of(object.id()));
		int[] selected = flattened(image);
		assertTrue("a light rim beside the line", (at(selected, 18, 60) & 0xff) > (at(plain, 18, 60) & 0xff) + 30);
		overlay.setSelected(List.of());
		assertTrue(Arrays.equals(plain, flattened(image)));
	}

	/** After any edits the overlay shows what a new one would. */
	@Test
	public void followingEditsEqualsStartingAnew() {
		long seed = 20261123;
		Random random = new Random(seed);
		AnnotationOverlay overlay = show(image(4));
		for (int i = 0; i < 400; i++) {
			EditBuilder edit = document.edit("step");
			for (int k = 0; k < 3; k++) {
				List<AnnotationObject> all = document.objects();
				if (!all.isEmpty() && random.nextInt(3) == 0) edit.removeObject(all.get(random.nextInt(all.size())).id());
				else edit.put(randomObject(random, all));
			}
			edit.apply();
			if (random.nextInt(4) == 0) document.undo();
			for (int z = 0; z < 4; z++) {
				int slice = z;
				List<UUID> expected = document.objects().stream().filter(o -> o.reaches(slice, 0) && o.appearance().visible())
						.sorted(Comparator.comparingInt((AnnotationObject o) -> o.appearance().order())
								.thenComparing(o -> o.provenance().created()).thenComparing(AnnotationObject::id))
						.map(AnnotationObject::id).toList();
				assertEquals("seed " + seed + ", step " + i, expected, ids(overlay.objectsOn(Plane.slice(z))));
			}
		}
	}

	/** With so many objects the picture is kept from paint to paint; it must not lag behind. */
	@Test
	public void manyObjectsAreUpToDateAfterEveryEdit() {
		Random random = new Random(17);
		ImagePlus image = image(4);
		AnnotationOverlay overlay = show(image);
		EditBuilder many = document.edit("Fill");
		for (int i = 0; i < 2000; i++)
			many.put(randomObject(random, List.of()));
		many.apply();
		for (int step = 0; step < 40; step++) {
			EditBuilder edit = document.edit("step");
			for (int k = 0; k < 2; k++)
				edit.put(randomObject(random, document.objects()));
			edit.apply();
			if (step % 5 == 1) document.undo();
			if (step % 7 == 2) image.setSlice(1 + random.nextInt(4));
			if (step == 20) overlay.setFilter(o -> o.appearance().order() > 0);
			if (step == 30) document.edit("Protocol").protocol(Protocol.NONE).apply();
			ImagePlus other = image(4);
			other.setSlice(image.getCurrentSlice());
			AnnotationOverlay fresh = show(other);
			if (step >= 20) fresh.setFilter(o -> o.appearance().order() > 0);
			assertTrue("step " + step, Arrays.equals(drawn(other), drawn(image)));
			fresh.detach();
		}
	}

	/** What the layer draws onto a canvas as large as the image. */
	private static int[] drawn(ImagePlus image) {
		BufferedImage canvas = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
		Roi layer = image.getOverlay().get(0);
		layer.setImage(image);
		layer.drawOverlay(canvas.getGraphics());
		return canvas.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
	}

	private static AnnotationObject randomObject(Random random, List<AnnotationObject> all) {
		UUID id = !all.isEmpty() && random.nextBoolean()
				? all.get(random.nextInt(all.size())).id()
				: new UUID(random.nextLong(), random.nextLong());
		AnnotationObject.Builder builder = AnnotationObject.builder(id,
				RectangleShape.of(random.nextInt(80), random.nextInt(80), 5, 5), Plane.slice(random.nextInt(4)));
		if (random.nextInt(3) == 0) builder.span(Span.slices(random.nextInt(2), 1 + random.nextInt(3)));
		return builder.provenance(made(random.nextInt(5))).classKey(random.nextBoolean() ? "red" : "blue")
				.appearance(Appearance.DEFAULT.withOrder(random.nextInt(3)).withVisible(random.nextInt(5) > 0)).build();
	}

	@Test
	public void segmentsAreShownOnTheirSlice() {
		ImagePlus image = image(4);
		Segment red = Segment.of(UUID.randomUUID(), 0, 3, "Red", "red");
		document.edit("Add segment").put(red).apply();
		AnnotationOverlay overlay = show(image);
		SegmentEdits edits = new SegmentEdits(document, Volumes.of(new VolumeSize(SIZE, SIZE, 4), (x, y, z) -> 0), 0,
				EditingRules.FREE);
		edits.add("Paint", red.id(), Mask.full(new VoxelBox(10, 20, 1, 30, 10, 1)), Progress.NONE);
		image.setSlice(2);
		int[] pixels = flattened(image);
		assertReddish("segment", pixels, 25, 25, 40);
		assertEquals("beside it", 0x646464, at(pixels, 45, 25));
		image.setSlice(1);
		assertEquals("other slice", 0x646464, at(flattened(image), 25, 25));
		image.setSlice(2);
		edits.remove("Erase", red.id(), Mask.full(new VoxelBox(0, 0, 1, SIZE, SIZE, 1)), Progress.NONE);
		assertEquals("erased", 0x646464, at(flattened(image), 25, 25));
		overlay.detach();
	}

	@Test
	public void segmentsOfASingleSliceAreEdged() {
		ImagePlus image = image(1);
		AnnotationOverlay overlay = show(image);
		Segment red = Segment.of(UUID.randomUUID(), 0, 3, "Red", "red");
		document.edit("Add segment").put(red).apply();
		new SegmentEdits(document, Volumes.of(new VolumeSize(SIZE, SIZE, 1), (x, y, z) -> 0), 0, EditingRules.FREE).add("Paint",
				red.id(), Mask.full(new VoxelBox(10, 20, 0, 30, 10, 1)), Progress.NONE);
		assertEquals("edge", 0xff0000, at(flattened(image), 15, 20));
		assertReddish("area", flattened(image), 25, 25, 40);
		overlay.detach();
	}

	/** A lying red frame and a standing blue one: what the blue one covers of the upper red line, between its columns 42 and 58. */
	@Test
	public void whatIsCoveredIsDashedAndWhatIsSeenThroughIsNot() {
		ImagePlus image = image(1);
		show(image);
		Appearance lines = Appearance.DEFAULT.withOpacity(0);
		AnnotationObject red = put(object(RectangleShape.of(10, 40, 80, 20)).classKey("red").appearance(lines));
		AnnotationObject blue = put(object(RectangleShape.of(40, 10, 20, 80)).classKey("blue").appearance(lines));
		DepthEdits edits = new DepthEdits(document);
		assertEquals("nothing is said", 16, redOn(image, 42, 58));
		edits.say(List.of(blue.id()), Depth.IN_FRONT, List.of(red.id()), null);
		int dashes = redOn(image, 42, 58);
		assertTrue("dashed: " + dashes, dashes >= 6 && dashes <= 12);
		assertEquals("beside it", 25, redOn(image, 12, 37));
		edits.say(List.of(red.id()), Depth.SEEN_THROUGH, List.of(blue.id()), null);
		assertEquals("see-through", 16, redOn(image, 42, 58));
		edits.occlusion(List.of(red.id()), Occlusion.INFERRED);
		int inferred = redOn(image, 12, 37);
		assertTrue("dashed all round: " + inferred, inferred >= 10 && inferred <= 20);
	}

	private static int redOn(ImagePlus image, int from, int to) {
		int[] pixels = flattened(image);
		int count = 0;
		for (int x = from; x < to; x++)
			if ((at(pixels, x, 40) >> 16) - (at(pixels, x, 40) & 0xff) > 60) count++;
		return count;
	}

	@Test
	public void whatLiesInFrontIsDrawnLast() {
		ImagePlus image = image(1);
		AnnotationOverlay overlay = show(image);
		AnnotationObject red = put(object(RectangleShape.of(10, 40, 80, 20)).classKey("red"));
		AnnotationObject blue = put(object(RectangleShape.of(40, 10, 20, 80)).classKey("blue"));
		new DepthEdits(document).say(List.of(red.id()), Depth.IN_FRONT, List.of(blue.id()), null);
		assertEquals(List.of(blue.id(), red.id()), overlay.objectsOn(Plane.FIRST).stream().map(AnnotationObject::id).toList());
		document.undo();
		new DepthEdits(document).say(List.of(blue.id()), Depth.SEE_THROUGH, List.of(red.id()), null);
		assertEquals(List.of(red.id(), blue.id()), overlay.objectsOn(Plane.FIRST).stream().map(AnnotationObject::id).toList());
	}

	private AnnotationOverlay show(ImagePlus image) {
		AnnotationOverlay overlay = new AnnotationOverlay(image, document);
		overlay.attach();
		return overlay;
	}

	private AnnotationObject put(AnnotationObject.Builder builder) {
		AnnotationObject object = builder.build();
		document.edit("Put").put(object).apply();
		return object;
	}

	private static AnnotationObject.Builder object(Shape shape) {
		return object(shape, Plane.FIRST);
	}

	private static AnnotationObject.Builder object(Shape shape, Plane plane) {
		return AnnotationObject.builder(shape, plane);
	}

	private static Provenance made(int second) {
		return Provenance.drawn("test", "r1", Instant.ofEpochSecond(second));
	}

	private static ImagePlus image(int slices) {
		ImageStack stack = new ImageStack(SIZE, SIZE);
		for (int i = 0; i < slices; i++) {
			ByteProcessor slice = new ByteProcessor(SIZE, SIZE);
			slice.setValue(100);
			slice.fill();
			stack.addSlice(slice);
		}
		return new ImagePlus("image", stack);
	}

	private static int[] flattened(ImagePlus image) {
		return (int[]) image.flatten().getProcessor().getPixels();
	}

	private static int at(int[] pixels, int x, int y) {
		return pixels[y * SIZE + x] & 0xffffff;
	}

	private static void assertReddish(String what, int[] pixels, int x, int y, int atLeast) {
		int rgb = at(pixels, x, y);
		int excess = (rgb >> 16 & 0xff) - (rgb & 0xff);
		assertTrue(what + ": " + Integer.toHexString(rgb), excess >= atLeast || atLeast > 40 && excess >= 100);
	}

	private ImagePlus saved(ImagePlus image, String name) {
		String path = Path.of(folder.getRoot().toString(), name).toString();
		assertTrue(new FileSaver(image).saveAsTiffStack(path));
		return IJ.openImage(path);
	}

	private static List<UUID> ids(List<AnnotationObject> objects) {
		return objects.stream().map(AnnotationObject::id).toList();
	}

	private static List<String> names(Overlay overlay) {
		List<String> names = new ArrayList<>();
		for (Roi roi : overlay.toArray())
			if (roi.getName() != null) names.add(roi.getName());
		names.sort(Comparator.naturalOrder());
		return names;
	}
}
