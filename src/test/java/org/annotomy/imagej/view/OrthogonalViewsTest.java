package org.annotomy.imagej.view;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.overlay.ObjectCuts;
import org.annotomy.imagej.segment.SegmentPainter;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.image.Window;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.gui.Roi;

/** Views of a volume without windows. */
public class OrthogonalViewsTest {

	private static final VolumeSize SIZE = new VolumeSize(12, 10, 8);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private AnnotationSession session;
	private OrthogonalViews views;

	@Before
	public void open() throws Exception {
		session = SegmentBench.open(folder.getRoot().toPath(), SIZE, (x, y, z) -> x + 20 * y + 300 * z - 1000).session();
		EventQueue.invokeAndWait(() -> views = OrthogonalViews.open(session));
	}

	@After
	public void close() throws Exception {
		session.close();
	}

	private SliceView view(Axis axis) {
		return views.views().stream().filter(v -> v.across() == axis).findFirst().orElseThrow();
	}

	/** ImageJ tells of changes only where there is a window; here they are looked for. */
	private void changed(ImagePlus image) throws Exception {
		EventQueue.invokeAndWait(() -> views.follow(image));
	}

	@Test
	public void threeViewsAreNamedAsThePatientLies() {
		assertEquals(List.of("Axial", "Coronal", "Sagittal"), views.views().stream().map(v -> v.plane().name()).toList());
		assertSame(session.image(), views.views().get(0).image());
		assertSame(views, OrthogonalViews.open(session));
		assertSame(views, OrthogonalViews.of(view(Axis.X).image()).orElseThrow());
	}

	@Test
	public void aViewHasTheVolumesValuesWithSquarePixels() {
		SliceView coronal = view(Axis.Y);
		coronal.show(4);
		ImagePlus image = coronal.image();
		assertEquals(20, image.getHeight());
		assertEquals(1, image.getCalibration().pixelWidth, 1e-9);
		assertEquals(1, image.getCalibration().pixelHeight, 1e-9);
		assertEquals("mm", image.getCalibration().getUnit());
		// Head up: the last slice is at the top. Its centre lies at 1.25 pixels.
		Position top = coronal.voxelAt(3.5, 1.25);
		assertEquals(new Position(3, 4, 7), top);
		double stored = image.getProcessor().get(3, 0);
		assertEquals(3 + 80 + 2100 - 1000, image.getCalibration().getCValue(stored), 1e-6);
		assertEquals(session.segments().volume().value(3, 4, 0),
				image.getCalibration().getCValue((double) image.getProcessor().get(3, 19)),
				1e-6);
	}

	@Test
	public void theCrosshairScrollsTheOtherViewsAndScrollingMovesIt() throws Exception {
		EventQueue.invokeAndWait(() -> views.crosshair().moveTo(new Position(2, 3, 4)));
		assertEquals(4, view(Axis.Z).slice());
		assertEquals(3, view(Axis.Y).slice());
		assertEquals(2, view(Axis.X).slice());
		assertEquals(5, session.image().getCurrentSlice());
		view(Axis.X).image().setSlice(10);
		changed(view(Axis.X).image());
		session.image().setSlice(2);
		changed(session.image());
		assertEquals(new Position(9, 3, 1), views.crosshair().voxel());
		EventQueue.invokeAndWait(() -> views.crosshair().moveTo(new Position(-5, 99, 3.4)));
		assertEquals(new Position(0, 9, 3), views.crosshair().voxel());
	}

	@Test
	public void windowAndLevelAreThoseOfAllViewsWhicheverIsChanged() throws Exception {
		EventQueue.invokeAndWait(() -> DisplayWindow.of(session.image()).apply(Window.linear(100, 50, "")));
		changed(session.image());
		for (SliceView view : views.views())
			assertRange(session.image(), view.image());
		EventQueue.invokeAndWait(() -> DisplayWindow.of(view(Axis.Y).image()).apply(Window.linear(-200, 300, "")));
		changed(view(Axis.Y).image());
		assertEquals(-200, DisplayWindow.of(session.image()).window().center(), 1);
		for (SliceView view : views.views())
			assertRange(view(Axis.Y).image(), view.image());
		view(Axis.Y).image().setSlice(7);
		changed(view(Axis.Y).image());
		assertRange(session.image(), view(Axis.Y).image());
	}

	private static void assertRange(ImagePlus expected, ImagePlus actual) {
		assertArrayEquals(new double[]{expected.getDisplayRangeMin(), expected.getDisplayRangeMax()},
				new double[]{actual.getDisplayRangeMin(), actual.getDisplayRangeMax()}, 1e-9);
	}

	@Test
	public void whatIsPaintedInOneViewIsSeenInAll() throws Exception {
		Segment segment = session.segments().add("lesion", null);
		Segment red = segment.toBuilder().rgb(0xff0000).opacity(1).build();
		session.document().edit("Colour").put(red).apply();
		EventQueue.invokeAndWait(() -> views.crosshair().moveTo(new Position(5, 4, 3)));
		Shape disc = new Ellipse2D.Double(3, 7.5, 5, 7.5);
		Mask mask = view(Axis.Y).mask(disc);
		assertTrue(mask.contains(5, 4, 3));
		assertEquals(4, mask.bounds().y());
		assertEquals(1, mask.bounds().ny());
		for (int z = 0; z < 8; z++)
			for (int x = 0; x < 12; x++) {
				var at = view(Axis.Y).plane().pixelOf(new Position(x, 4, z));
				assertEquals(x + " " + z, disc.contains(at.x(), at.y()), mask.contains(x, 4, z));
			}
		session.segments().edits().add("Paint", segment.id(), mask, Progress.NONE);
		for (SliceView view : views.views())
			assertTrue(view.plane().name(), hasRed(view));
		session.document().undo();
		for (SliceView view : views.views())
			assertFalse(view.plane().name(), hasRed(view));
	}

	/** Whether the pixel at the crosshair is red. */
	private boolean hasRed(SliceView view) {
		views.crosshair().setVisible(false);
		BufferedImage picture = new BufferedImage(view.image().getWidth(), view.image().getHeight(), BufferedImage.TYPE_INT_ARGB);
		Graphics2D g = picture.createGraphics();
		SegmentPainter painter = new SegmentPainter(session.document(), SIZE);
		new ViewLayer(view, views.crosshair(), painter).paint(g, new AffineTransform());
		g.dispose();
		var at = view.plane().pixelOf(views.crosshair().voxel());
		return picture.getRGB((int) at.x(), (int) at.y()) == 0xffff0000;
	}

	@Test
	public void objectsAreShownWhereAViewCutsThem() {
		session.image().setSlice(4);
		session.image().setRoi(new Roi(2, 3, 6, 4));
		new Marking(session).mark(session.image().getRoi(), session.currentClass(), null, null, Map.of());
		List<ObjectCuts.Cut> cuts = ObjectCuts.of(session.document(), Axis.Y, 5, 0);
		assertEquals(1, cuts.size());
		assertEquals(new Rectangle(2, 3, 6, 1), rectangle(cuts.get(0)));
		assertEquals(List.of(), ObjectCuts.of(session.document(), Axis.Y, 7, 0));
		assertEquals(new Rectangle(3, 3, 4, 1), rectangle(ObjectCuts.of(session.document(), Axis.X, 7, 0).get(0)));
		assertEquals(List.of(), ObjectCuts.of(session.document(), Axis.X, 8, 0));
	}

	private static Rectangle rectangle(ObjectCuts.Cut cut) {
		return new Rectangle((int) cut.from(), (int) cut.row(), (int) (cut.to() - cut.from()), (int) (cut.endRow() - cut.row()));
	}

	@Test
	public void theViewsEndWithTheSession() throws Exception {
		ImagePlus coronal = view(Axis.Y).image();
		session.close();
		assertTrue(SliceView.of(coronal).isEmpty());
		assertTrue(OrthogonalViews.of(session.image()).isEmpty());
		Position before = views.crosshair().voxel();
		coronal.setSlice(9);
		changed(coronal);
		assertEquals("nothing follows any more", before, views.crosshair().voxel());
	}

	@Test
	public void closedViewsCanBeOpenedAgain() throws Exception {
		EventQueue.invokeAndWait(views::close);
		assertTrue(OrthogonalViews.of(session.image()).isEmpty());
		assertTrue(session.image().getOverlay() == null || session.image().getOverlay().get("Annotomy view") == null);
		EventQueue.invokeAndWait(() -> assertNotEquals(views, views = OrthogonalViews.open(session)));
		assertEquals(3, views.views().size());
	}

	@Test
	public void withoutAWindowTheCommandSaysWhatElseThereIs() throws Exception {
		SegmentBench bench = SegmentBench.open(folder.newFolder().toPath(), SIZE, (x, y, z) -> x);
		String message = assertThrows(RuntimeException.class, () -> bench.run("Show Orthogonal Views...")).getMessage();
		assertTrue(message, message.contains("Use Reslice Volume..."));
		bench.session().close();
	}

	@Test
	public void anImageWithOneSliceIsRefused() throws Exception {
		AnnotationSession flat = SegmentBench.open(folder.newFolder().toPath(), new VolumeSize(9, 9, 1), (x, y, z) -> x)
				.session();
		String message = assertThrows(IllegalArgumentException.class, () -> OrthogonalViews.open(flat)).getMessage();
		assertEquals("Orthogonal views need a volume, but this image has one slice.", message);
		flat.close();
	}
}
