package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.display.fusion.ColourTable;
import org.annotomy.display.fusion.LayerLook;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window.Function;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.PixelValues;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.fusion.RegistrationCheck;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Transform;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.segmentation.filter.GaussianFilter;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.fusion.AdjustFrame;
import org.annotomy.ui.view.ViewWindows;

import ij.ImageJ;
import ij.ImagePlus;
import net.imglib2.type.numeric.real.FloatType;

/** Makes the pictures of {@code docs/registration.md}: the sample chest CT with a PET that is made up to fit it. */
public final class FusionScreenshots {

	private static final int SETTLE_MS = 600;

	private FusionScreenshots() {}

	/** @param args folder for the pictures */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		Path images = Files.createDirectories(Path.of(args[0]));
		Path series = Files.createTempDirectory("annotomy-screenshots").resolve("sample-chest-ct");
		new ChestCtSeries(ChestPhantom.standard(), "sample", true).write(series, Progress.NONE);
		AnnotationSession session = DeskFixture.open(series, "onco-chest-ct");
		ImagePlus pet = pet(session.source().identity());
		ImagePair pair = ImagePair.of(pet, session.image());
		Hand.run(() -> {
			session.image().getWindow().setLocation(10, 10);
			PixelValues values = PixelValues.of(session.image());
			session.image().setDisplayRange(values.toRaw(-160), values.toRaw(240));
			Window panel = PanelFrame.find();
			if (panel != null) panel.setVisible(false);
			session.image().getCanvas().unzoom();
			Fusion.start(pair, Transform.identity(), new LayerLook(ColourTable.HOT_IRON, 1.2, 7, 0.6, true));
		});
		ViewWindows.open(session, true, false);
		OrthogonalViews views = Hand.ask(() -> OrthogonalViews.of(session.image()).orElseThrow());
		ChestPhantom phantom = ChestPhantom.standard();
		Position voxel = session.source().voxelToPatient().inverse().apply(phantom.centreLps(phantom.lesions().get(0)));
		Hand.run(() -> views.crosshair().moveTo(voxel));
		Rectangle area = new Rectangle(session.image().getWindow().getBounds());
		for (SliceView view : views.views())
			area = area.union(view.image().getWindow().getBounds());
		save(area, images.resolve("fusion-pet-ct.png"));
		Hand.run(() -> {
			views.close();
			Fusion.require(session.image()).stop();
		});
		AdjustFrame.open(pair, AffineMap.translation(new Position(8, 0, 0)));
		Window adjust = java.util.Arrays.stream(Window.getWindows()).filter(w -> w instanceof AdjustFrame).findFirst()
				.orElseThrow();
		save(session.image().getWindow().getBounds().union(adjust.getBounds()), images.resolve("registration-adjust.png"));
		Hand.run(adjust::dispose);
		Hand.run(() -> Fusion.require(session.image()).stop());
		ImagePlus moved = ImagePlusFactory.open(later(session.source()));
		moved.setDisplayRange(-160, 240);
		ImagePlus check = RegistrationCheck.of(ImagePair.of(moved, session.image()), Transform.identity(),
				CheckPicture.CHECKERBOARD, 40, false, Progress.NONE);
		ImageIO.write(check.getBufferedImage(), "png", images.resolve("registration-check.png").toFile());
		System.exit(0);
	}

	private static void save(Rectangle area, Path file) throws Exception {
		Robot robot = new Robot();
		robot.waitForIdle();
		robot.delay(SETTLE_MS);
		BufferedImage picture = robot.createScreenCapture(area);
		ImageIO.write(picture, "png", file.toFile());
	}

	/** Tissue takes up a little, the liver more, the lesions much; blurred to 7 mm. */
	private static ImagePlus pet(ImageIdentity ct) throws Exception {
		ChestPhantom coarse = ChestPhantom.of(88, 88, 72, 4.07, 4.4);
		short[][] hu = coarse.hounsfield();
		Affine place = coarse.grid().voxelToPatient();
		VolumeSize size = new VolumeSize(88, 88, 72);
		float[] uptake = new float[size.arrayLength()];
		for (int i = 0; i < uptake.length; i++) {
			Position at = place.apply(i % 88, i / 88 % 88, i / (88 * 88));
			uptake[i] = suv(coarse, hu[i / (88 * 88)][i % (88 * 88)], at);
		}
		float[] blurred = GaussianFilter.of(uptake, size, coarse.grid().spacing(), 3, Progress.NONE);
		return ImagePlusFactory.open(image("PET", blurred, size, place, ct.frameOfReferenceUid(), "SUV"));
	}

	private static float suv(ChestPhantom phantom, int hu, Position at) {
		for (Lesion lesion : phantom.lesions()) {
			Position d = at.minus(phantom.centreLps(lesion));
			double a = d.x() / (lesion.a() + 2);
			double b = d.y() / (lesion.b() + 2);
			double c = d.z() / (lesion.c() + 2);
			if (a * a + b * b + c * c <= 1) return 12;
		}
		if (hu < -900) return 0;
		if (hu < -300) return 0.4f;
		return hu > 45 && hu < 80 ? 1.9f : 0.9f;
	}

	private static MedicalImage image(String title, float[] values, VolumeSize size, Affine place, String frame, String unit) {
		List<float[]> planes = new ArrayList<>();
		int plane = size.nx() * size.ny();
		for (int z = 0; z < size.nz(); z++)
			planes.add(java.util.Arrays.copyOfRange(values, z * plane, (z + 1) * plane));
		double[] mm = {place.spacing().xMm(), place.spacing().yMm(), place.spacing().zMm()};
		ImageIdentity identity = new ImageIdentity("stack", new ImageSize(size.nx(), size.ny(), size.nz(), 1, 1), null, null,
				List.of(),
				frame, mm, "mm", null, place, List.of());
		return new MedicalImage(title, Planes.wrap(new FloatType(), planes, size.nx(), size.ny(), 1, size.nz(), 1),
				new ValueScale(1, 0, unit), place, mm, SpacingSource.PATIENT,
				List.of(new org.annotomy.image.Window(4, 8, "", Function.LINEAR_EXACT)), false, Double.NaN, Map.of(), identity,
				List.of(),
				null, List.of());
	}

	/** The same chest on other voxels, a little to the side. */
	private static MedicalImage later(MedicalImage ct) {
		ChestPhantom other = ChestPhantom.of(180, 180, 80, 2, 4);
		short[][] hu = other.hounsfield();
		VolumeSize size = new VolumeSize(180, 180, 80);
		float[] values = new float[size.arrayLength()];
		for (int i = 0; i < values.length; i++)
			values[i] = hu[i / (180 * 180)][i % (180 * 180)];
		Affine place = AffineMap.translation(new Position(6, 0, 0)).matrix().after(other.grid().voxelToPatient());
		return image("later", values, size, place, ct.identity().frameOfReferenceUid(), "HU");
	}
}
