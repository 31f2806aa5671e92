package org.annotomy.imagej.fusion;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.display.fusion.ColourTable;
import org.annotomy.display.fusion.LayerLook;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.PixelValues;
import org.annotomy.imagej.registration.Adjustment;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/** A "PET" of few large voxels over a "CT" of many small ones, with values that are linear in the place, so that each is known. */
public class FusionTest {

	private static final String FRAME = "1.2.3.4";
	private static final Affine CT_PLACE = Affine.ofRows(1, 0, 0, -20, 0, 1, 0, -16, 0, 0, 2, -10);
	private static final Affine PET_PLACE = Affine.ofRows(4, 0, 0, -22, 0, 4, 0, -18, 0, 0, 5, -12);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private interface Formula {
		double at(Position place);
	}

	private static ImagePlus open(String modality, int nx, int ny, int nz, Affine place, ValueScale scale, String frame,
			Formula formula) {
		List<short[]> planes = new ArrayList<>();
		for (int z = 0; z < nz; z++) {
			short[] plane = new short[nx * ny];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) Math.round(scale.toStored(formula.at(place.apply(i % nx, i / nx, z))));
			planes.add(plane);
		}
		double[] mm = {place.spacing().xMm(), place.spacing().yMm(), place.spacing().zMm()};
		ImageIdentity identity = new ImageIdentity("dicom", new ImageSize(nx, ny, nz, 1, 1), "1.2", "1.2." + modality.length(),
				List.of("1.2.9." + modality.length()), frame, mm, "mm", "PixelSpacing", place, List.of());
		return ImagePlusFactory
				.open(new MedicalImage(modality, Planes.wrap(new UnsignedShortType(), planes, nx, ny, 1, nz, 1), scale,
						place, mm, SpacingSource.PATIENT, List.of(new Window(50, 100, "", Window.Function.LINEAR_EXACT)), false,
						Double.NaN,
						Map.of("Modality", modality), identity, List.of(), null, List.of()));
	}

	private static ImagePlus ct() {
		return open("CT", 40, 32, 10, CT_PLACE, new ValueScale(1, -1024, "HU"), FRAME, p -> 3 * p.x() - 2 * p.y() + 5 * p.z());
	}

	private static ImagePlus pet(String frame) {
		return open("PET", 12, 10, 6, PET_PLACE, new ValueScale(0.01, 0, "SUV"), frame,
				p -> 40 + p.x() + 0.5 * p.y() + 0.25 * p.z());
	}

	private static final LayerLook LOOK = new LayerLook(ColourTable.GREY, 0, 100, 0.5, false);

	private static double column(ResultsTable table, String name, int row) {
		return table.getValue(name, row);
	}

	@Test
	public void bothImagesAreMeasuredInTheirOwnUnits() throws Exception {
		ImagePlus ct = ct();
		ImagePair pair = ImagePair.of(pet(FRAME), ct);
		Transform shared = Registrations.require(pair, null, Progress.NONE);
		Fusion.start(pair, shared, LOOK);
		ct.setSlice(6);
		ct.setRoi(new Roi(10, 12, 5, 3));
		ResultsTable table = FusedMeasures.of(ct);
		Position middle = CT_PLACE.apply(12, 13, 5);
		assertEquals("HU", table.getStringValue("Unit", 0));
		assertEquals("SUV", table.getStringValue("Unit", 1));
		assertEquals(15, column(table, "Pixels", 0), 0);
		assertEquals(15, column(table, "Pixels", 1), 0);
		assertEquals(3 * middle.x() - 2 * middle.y() + 5 * middle.z(), column(table, "Mean", 0), 1e-6);
		assertEquals(40 + middle.x() + 0.5 * middle.y() + 0.25 * middle.z(), column(table, "Mean", 1), 0.01);
		assertEquals("the largest is that of the lower right corner", 40 + middle.x() + 2 + 0.5 * (middle.y() + 1)
				+ 0.25 * middle.z(), column(table, "Max", 1), 0.01);
	}

	@Test
	public void aRegistrationMovesTheUpperImage() throws Exception {
		ImagePlus ct = ct();
		ImagePlus pet = pet("1.2.3.5");
		ImagePair pair = ImagePair.of(pet, ct);
		assertThrows(IllegalArgumentException.class, () -> Registrations.require(pair, null, Progress.NONE));
		Adjustment by = new Adjustment(new Position(2, -3, 1), Position.ORIGIN);
		by.keep(Transform.identity(), pair, null, Progress.NONE);
		Fusion.start(pair, Registrations.require(pair, null, Progress.NONE), LOOK);
		ct.setSlice(4);
		ct.setRoi(new Roi(20, 10, 1, 1));
		Position place = CT_PLACE.apply(20, 10, 3).minus(new Position(2, -3, 1));
		assertEquals(40 + place.x() + 0.5 * place.y() + 0.25 * place.z(), column(FusedMeasures.of(ct), "Mean", 1), 0.01);
		ImagePair other = ImagePair.of(ct, pet);
		assertEquals("the same registration the other way round", 0,
				Registrations.require(other, null, Progress.NONE).apply(new Position(2, -3, 1)).norm(), 1e-9);
	}

	@Test
	public void theLayerIsPaintedUnderEverythingAndLeavesPixelsAlone() {
		ImagePlus ct = ct();
		Roi other = new Roi(1, 1, 2, 2);
		ct.setOverlay(new Overlay(other));
		int before = ct.getProcessor().get(20, 16);
		Fusion fusion = Fusion.start(ImagePair.of(pet(FRAME), ct), Transform.identity(), LOOK);
		assertSame(other, ct.getOverlay().get(1));
		ct.setSlice(6);
		BufferedImage canvas = new BufferedImage(40, 32, BufferedImage.TYPE_INT_ARGB);
		Roi layer = ct.getOverlay().get(0);
		layer.setImage(ct);
		layer.drawOverlay(canvas.getGraphics());
		Position place = CT_PLACE.apply(20, 16, 5);
		int grey = (int) ((40 + place.x() + 0.5 * place.y() + 0.25 * place.z()) * 2.56);
		int painted = canvas.getRGB(20, 16);
		assertEquals(128, painted >>> 24);
		assertEquals(grey, painted & 0xff, 2);
		fusion.setLook(LOOK.withOpacity(1));
		layer.drawOverlay(canvas.getGraphics());
		assertEquals(255, canvas.getRGB(20, 16) >>> 24);
		ct.setSlice(1);
		assertEquals(before, ct.getProcessor().get(20, 16));
		fusion.stop();
		fusion.stop();
		assertEquals(1, ct.getOverlay().size());
		assertFalse(Fusion.of(ct).isPresent());
		assertThrows(IllegalStateException.class, () -> FusedMeasures.of(ct));
	}

	@Test
	public void orthogonalViewsShowIt() throws Exception {
		AnnotationSession session = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(12, 10, 8), (x, y, z) -> x)
				.session();
		ImagePlus upper = open("PET", 12, 10, 6, Affine.ofRows(2, 0, 0, 5, 0, 2, 0, 15, 0, 0, 5, 25),
				new ValueScale(0.01, 0, "SUV"), FRAME,
				p -> 10 + p.x() + 0.5 * p.y() + 0.25 * p.z());
		Fusion fusion = Fusion.start(ImagePair.of(upper, session.image()), Transform.identity(), LOOK);
		OrthogonalViews views = OrthogonalViews.open(session);
		for (SliceView view : views.views()) {
			Fusion.start(ImagePair.of(upper, session.image()), Transform.identity(), LOOK);
			assertSame(Fusion.of(view.image()).orElseThrow(), Fusion.require(session.image()));
			int x = view.image().getWidth() / 2;
			int y = view.image().getHeight() / 2;
			Position voxel = view.voxelAt(x + 0.5, y + 0.5);
			Position place = session.source().voxelToPatient().apply(voxel);
			float[] values = Fusion.require(view.image()).values(view.image());
			assertEquals(view.plane().name(), 10 + place.x() + 0.5 * place.y() + 0.25 * place.z(),
					values[x + y * view.image().getWidth()], 0.02);
			assertEquals("below all else", "fused image", view.image().getOverlay().get(0).getName());
		}
		assertFalse("another one has taken its place", Fusion.of(session.image()).orElseThrow() == fusion);
		Fusion.require(session.image()).stop();
		for (SliceView view : views.views())
			for (Roi roi : view.image().getOverlay().toArray())
				assertFalse("fused image".equals(roi.getName()));
		session.close();
	}

	@Test
	public void labelsAreNotMixed() {
		ImagePlus labels = open("SEG", 12, 10, 6, PET_PLACE, ValueScale.IDENTITY, FRAME, p -> p.x() < 0 ? 1 : 7);
		ImagePlus ct = ct();
		Fusion.start(ImagePair.of(labels, ct), Transform.identity(), new LayerLook(ColourTable.LABELS, 0, 1, 1, true));
		ct.setSlice(6);
		java.util.Set<Integer> colours = new java.util.TreeSet<>();
		for (int colour : Fusion.require(ct).colours(ct))
			colours.add(colour);
		assertEquals("two labels and nothing between them", 2, colours.size());
	}

	@Test
	public void checkPicturesShowBoth() throws Exception {
		ImagePlus ct = ct();
		ImagePair pair = ImagePair.of(pet(FRAME), ct);
		for (CheckPicture style : CheckPicture.values()) {
			ImagePlus check = RegistrationCheck.of(pair, Transform.identity(), style, 4, true, Progress.NONE);
			assertEquals(10, check.getStackSize());
			assertEquals(24, check.getBitDepth());
			assertEquals(1, check.getCalibration().pixelWidth, 0);
		}
		ImagePlus board = RegistrationCheck.of(pair, Transform.identity(), CheckPicture.CHECKERBOARD, 4, true, Progress.NONE);
		ct.setSlice(6);
		int own = ct.getProcessor().duplicate().convertToRGB().get(2, 2) & 0xffffff;
		assertEquals("the first square is that of the fixed image", own, board.getStack().getProcessor(6).get(2, 2) & 0xffffff);
		Position place = CT_PLACE.apply(22, 18, 5);
		int grey = (int) ((40 + place.x() + 0.5 * place.y() + 0.25 * place.z()) * 2.56);
		assertEquals("and this one of the moving image", grey, board.getStack().getProcessor(6).get(22, 18) & 0xff, 2);
	}

	/** One real slice of PET, shown as SUV, over a made-up slice of the same plane with pixels a third as large. */
	@Test
	public void realPetOverASliceOfItsFrameOfReference() throws Exception {
		MedicalImage read = ImageReaders.discover().read(SharedData.require("pet/acrin_flt_1.dcm"), Progress.NONE).get(0);
		Affine place = read.voxelToPatient();
		Affine finer = Affine.of(place.apply(-1.0 / 3, -1.0 / 3, 0), place.step(0).times(1.0 / 3), place.step(1).times(1.0 / 3),
				place.step(2));
		ImagePlus pet = ImagePlusFactory.open(read);
		ImagePlus ct = open("CT", 3 * pet.getWidth(), 3 * pet.getHeight(), 1, finer, new ValueScale(1, -1024, "HU"),
				read.identity().frameOfReferenceUid(), p -> 0);
		ImagePair pair = ImagePair.of(pet, ct);
		assertTrue(pair.isPlane());
		Fusion.start(pair, Registrations.require(pair, null, Progress.NONE), LOOK);
		PixelValues values = PixelValues.of(pet);
		int checked = 0;
		for (int i = 10; i < pet.getWidth() - 10; i += 13)
			for (int j = 10; j < pet.getHeight() - 10; j += 17, checked++) {
				ct.setRoi(new Roi(3 * i + 1, 3 * j + 1, 1, 1));
				double wanted = values.toModality(pet.getProcessor().getf(i, j));
				assertEquals(wanted, column(FusedMeasures.of(ct), "Mean", 1), 1e-4 * Math.max(1, wanted));
			}
		assertTrue(checked > 50);
	}

	@Test
	public void refusals() {
		ImagePlus ct = ct();
		assertThrows(IllegalArgumentException.class, () -> ImagePair.of(ct, ct));
		assertThrows(IllegalArgumentException.class, () -> new LayerLook(ColourTable.GREY, 5, 5, 1, true));
		assertThrows(IllegalArgumentException.class, () -> new LayerLook(ColourTable.GREY, 0, 5, 2, true));
		Fusion.start(ImagePair.of(pet(FRAME), ct), AffineMap.IDENTITY, LOOK);
		ct.setRoi(new Roi(100, 100, 3, 3));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> FusedMeasures.of(ct)).getMessage().contains("outside"));
	}
}
