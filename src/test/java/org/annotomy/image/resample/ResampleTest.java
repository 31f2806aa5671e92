package org.annotomy.image.resample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SampleType;
import org.annotomy.image.SliceAxis;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.TimeAxis;
import org.annotomy.image.ValueScale;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** Linear functions of the place in the patient are kept exactly by linear interpolation. */
public class ResampleTest {

	private static final int NX = 12;
	private static final int NY = 10;

	/** Rows tilted by 16.5 degrees about x, and a little about y. */
	private static final Affine TILTED = Affine.of(new Position(-30, 12, 700), new Position(0.5, 0, 0),
			new Position(0, 0.6 * Math.cos(0.288), 0.6 * Math.sin(0.288)), new Position(0.15, 0, 2.5));

	private static double value(Position p) {
		return 3 * p.x() - 2 * p.y() + 0.5 * p.z();
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private static MedicalImage volume(NativeType type, Affine place, SliceAxis slices, int nz, int nt) {
		SampleRows rows = new SampleRows(SampleType.of(type));
		List<Object> planes = new ArrayList<>();
		for (int t = 0; t < nt; t++)
			for (int z = 0; z < nz; z++) {
				double[] values = new double[NX * NY];
				for (int i = 0; i < values.length; i++)
					values[i] = 100 * t + value(place.apply(i % NX, i / NX, slices.evenIndex(z)));
				Object plane = rows.newPlane(NX * NY);
				rows.write(values, plane, 0);
				planes.add(plane);
			}
		ImageIdentity identity = new ImageIdentity("dicom", new ImageSize(NX, NY, nz, 1, nt), "1.2", "1.3", List.of("1.4"), "1.5",
				new double[]{0.5, 0.6, 2.5}, "mm", "PixelSpacing", place, List.of());
		return new MedicalImage("CT series 3", Planes.wrap(type, planes, NX, NY, 1, nz, nt), new ValueScale(1, 0, "HU"), place,
				new double[]{0.5, 0.6, 2.5}, SpacingSource.PATIENT, List.of(), false, Double.NaN,
				Map.of("Modality", "CT", "SliceSpacing", "UNEVEN"), identity, List.of(), Path.of("folder", "1.3"), List.of(),
				slices, TimeAxis.UNKNOWN);
	}

	private static void assertLinear(MedicalImage image, double tolerance, int least) {
		int inside = 0;
		double[] values = new double[image.width() * image.height()];
		double outside = Double.POSITIVE_INFINITY;
		for (int z = 0; z < image.slices(); z++) {
			NewGrid.rows(image).read(image.plane(0, z, 0), 0, values);
			for (double v : values)
				outside = Math.min(outside, v);
		}
		for (int z = 0; z < image.slices(); z++) {
			NewGrid.rows(image).read(image.plane(0, z, 0), 0, values);
			for (int i = 0; i < values.length; i++) {
				double expected = value(image.positionLps(i % image.width(), i / image.width(), z).orElseThrow());
				if (Math.abs(values[i] - expected) <= tolerance) inside++;
			}
		}
		assertTrue(inside + " pixels are as they should, of " + values.length * image.slices(), inside >= least);
	}

	@Test
	public void anUprightCopyHasTheValuesOfItsPlaces() {
		MedicalImage tilted = volume(new FloatType(), TILTED, SliceAxis.EVEN, 8, 1);
		assertEquals(16.8, TiltCorrection.degrees(tilted), 0.3);
		MedicalImage upright = TiltCorrection.straighten(tilted, Progress.NONE);
		assertEquals(0, TiltCorrection.degrees(upright), 1e-6);
		assertEquals("7 · 2.5 · sin / 0.6 mm", NY + (int) Math.ceil(7 * 2.5 * Math.sin(0.288) / 0.6), upright.height());
		assertEquals(NX + (int) Math.ceil(7 * 0.15 / 0.5), upright.width());
		assertEquals(8, upright.slices());
		assertLinear(upright, 1e-3, 8 * (NX - 1) * (NY - 1));
	}

	@Test
	public void everyVoxelKeepsItsPlace() {
		MedicalImage tilted = volume(new DoubleType(), TILTED, SliceAxis.EVEN, 5, 1);
		MedicalImage upright = TiltCorrection.straighten(tilted, Progress.NONE);
		for (int z = 0; z < 5; z++) {
			Position there = TILTED.apply(6, 5, z);
			Position index = upright.voxelToPatient().inverse().apply(there);
			assertEquals("slices stay slices", z, index.z(), 1e-9);
			double[] plane = (double[]) upright.plane(0, z, 0);
			int x = (int) Math.floor(index.x());
			int y = (int) Math.floor(index.y());
			double fx = index.x() - x;
			double fy = index.y() - y;
			int at = y * upright.width() + x;
			double above = plane[at] * (1 - fx) + plane[at + 1] * fx;
			double below = plane[at + upright.width()] * (1 - fx) + plane[at + upright.width() + 1] * fx;
			assertEquals(value(there), above * (1 - fy) + below * fy, 1e-9);
		}
	}

	@Test
	public void theOtherWayRoundToo() {
		Affine other = Affine.of(TILTED.origin(), TILTED.step(0), TILTED.step(1), new Position(-0.2, 0.9, 2.5));
		assertLinear(TiltCorrection.straighten(volume(new FloatType(), other, SliceAxis.EVEN, 8, 1), Progress.NONE), 1e-3,
				8 * (NX - 1) * (NY - 1));
	}

	@Test
	public void everyTypeIsKeptAndRounded() {
		for (NativeType<?> type : List.of(new ByteType(), new ShortType(), new IntType(), new FloatType(), new DoubleType()))
			assertKept(type, TILTED);
		Affine low = Affine.of(new Position(60, 0, 0), TILTED.step(0), TILTED.step(1), TILTED.step(2));
		for (NativeType<?> type : List.of(new UnsignedByteType(), new UnsignedShortType(), new UnsignedIntType()))
			assertKept(type, low);
	}

	private static void assertKept(NativeType<?> type, Affine place) {
		Affine moved = type instanceof ByteType
				? Affine.of(new Position(0, 0, 0), place.step(0), place.step(1), place.step(2))
				: place;
		MedicalImage upright = TiltCorrection.straighten(volume(type, moved, SliceAxis.EVEN, 6, 1), Progress.NONE);
		assertEquals(type.getClass(), upright.type().getClass());
		assertLinear(upright, 1.01, 6 * (NX - 1) * (NY - 1));
	}

	@Test
	public void theCopyIsAnotherImageWithLabelsOfItsOwn() {
		MedicalImage tilted = volume(new ShortType(), TILTED, SliceAxis.EVEN, 4, 2);
		MedicalImage upright = TiltCorrection.straighten(tilted, Progress.NONE);
		assertEquals("CT series 3 upright", upright.title());
		assertEquals(Path.of("folder", "1.3-upright"), upright.sidecar());
		assertEquals(List.of(), upright.identity().sopUids());
		assertEquals("the UID of a series would bind the labels of the original", null, upright.identity().seriesUid());
		assertEquals("1.5", upright.identity().frameOfReferenceUid());
		assertNotEquals(tilted.identity().size(), upright.identity().size());
		assertEquals(2, upright.timePoints());
		assertEquals("CT", upright.facts().get("Modality"));
		double[] spacing = {0.5, 0.6, 2.5 * Math.cos(0.288)};
		assertArrayEquals("distance of the slices along their normal", spacing, upright.pixelSpacing(), 1e-9);
		short[] first = (short[]) tilted.plane(0, 0, 0);
		short[] copy = (short[]) upright.plane(0, 0, 0);
		assertEquals("the first slice is not interpolated", first[3 * NX + 2], copy[3 * upright.width() + 2]);
	}

	private static final List<Double> OFFSETS = List.of(0d, 1d, 2.3, 3.1, 4.6, 5.2, 7d);

	private static MedicalImage uneven() {
		Affine place = Affine.of(new Position(1, 2, 3), new Position(0.5, 0, 0), new Position(0, 0.6, 0),
				new Position(0, 0, 7 / 6d));
		return volume(new DoubleType(), place, new SliceAxis(OFFSETS, new TreeSet<>()), 7, 1);
	}

	@Test
	public void evenSlicesHaveTheValuesOfTheirPlaces() {
		MedicalImage even = EvenSlices.resample(uneven(), 0.5, Progress.NONE);
		assertEquals(15, even.slices());
		assertTrue(even.sliceAxis().isEven());
		assertEquals(0.5, even.pixelSpacing()[2], 1e-12);
		assertLinear(even, 1e-9, 15 * NX * NY);
		assertEquals("CT series 3 even", even.title());
		assertTrue(even.facts().get("SliceSpacing") == null);
		assertEquals(10, even.positionLps(0, 0, 14).orElseThrow().z(), 1e-9);
	}

	@Test
	public void theUsualStepIsTheMiddleOne() {
		assertEquals(1, EvenSlices.usualStepMm(uneven()), 1e-9);
		MedicalImage even = EvenSlices.resample(uneven(), 1, Progress.NONE);
		assertEquals(8, even.slices());
		assertLinear(even, 1e-9, 8 * NX * NY);
		assertArrayEquals("a slice that is there is not touched", (double[]) uneven().plane(0, 1, 0),
				(double[]) even.plane(0, 1, 0), 0);
	}

	private static void assertRefused(String reason, Runnable work) {
		assertEquals(reason, assertThrows(IllegalArgumentException.class, work::run).getMessage());
	}

	@Test
	public void whatMakesNoSenseIsRefused() {
		MedicalImage upright = volume(new ShortType(), Affine.IDENTITY, SliceAxis.EVEN, 4, 1);
		assertRefused("The slices of this volume lie straight above each other: there is no tilt.",
				() -> TiltCorrection.straighten(upright, Progress.NONE));
		assertRefused("The slices of this volume are evenly spaced already.",
				() -> EvenSlices.resample(upright, 1, Progress.NONE));
		assertRefused("The distance between slices must be more than 0 and at most 7.00 mm, not 9.0.",
				() -> EvenSlices.resample(uneven(), 9, Progress.NONE));
		assertRefused("Slices 1.0E-5 mm apart would be too many. Choose a larger distance.",
				() -> EvenSlices.resample(uneven(), 1e-5, Progress.NONE));
		assertRefused("This image is no volume: it has one slice.",
				() -> TiltCorrection.straighten(volume(new ShortType(), TILTED, SliceAxis.EVEN, 1, 1), Progress.NONE));
		int[] red = new int[NX * NY];
		Arrays.fill(red, 0xffff0000);
		MedicalImage colour = uneven().withPixels(
				Planes.wrap(new ARGBType(), java.util.Collections.nCopies(7, red), NX, NY, 1, 7, 1),
				ValueScale.IDENTITY);
		assertRefused("Only grey values can be resampled; this image is in colour.",
				() -> EvenSlices.resample(colour, 1, Progress.NONE));
	}

	@Test
	public void theUserCanStopIt() {
		Progress impatient = new Progress() {
			private int updates;

			@Override
			public void update(double fraction, String doing) {
				assertTrue(fraction >= 0 && fraction <= 1);
				updates++;
			}

			@Override
			public boolean isCancelled() { return updates > 5; }
		};
		assertThrows(CancelledException.class,
				() -> TiltCorrection.straighten(volume(new ShortType(), TILTED, SliceAxis.EVEN, 9, 1), impatient));
		assertThrows(CancelledException.class, () -> EvenSlices.resample(uneven(), 0.1, impatient));
	}
}
