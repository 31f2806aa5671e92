package org.annotomy.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.series.SeriesReader;
import org.annotomy.image.CachedPlanes;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.Supplement;
import org.annotomy.image.ValueMeaning;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** One image, other quantities: pointer, ImageJ's measurements, ours and the windows follow; stored pixels stay. */
public class ValueMeaningsTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static final ValueMeaning SUV = new ValueMeaning("SUVbw", new ValueScale(0.01, 0, "g/ml"), "With weight and dose.");

	private static ImagePlus image(Object plane) {
		Synthetic synthetic = new Synthetic();
		synthetic.scale = plane instanceof short[] ? new ValueScale(2, -10, "Bq/ml") : new ValueScale(1, 0, "Bq/ml");
		synthetic.windows = List.of(Window.linear(100, 201, "PET"));
		synthetic.facts = Map.of("Modality", "PT", "PixelPaddingValue", "-10");
		Supplement supplement = new Supplement(List.of(), List.of(),
				List.of(SUV, ValueMeaning.missing("SUVlbm", "The height is missing.")));
		return ImagePlusFactory.open((plane instanceof short[]
				? synthetic.image(new UnsignedShortType(), List.of(plane), 2, 2, 1, 1, 1)
				: synthetic.image(new FloatType(), List.of(plane), 2, 2, 1, 1, 1)).withSupplement(supplement));
	}

	private static double measured(ImagePlus image, String unit) {
		AnnotationObject all = AnnotationObject.builder(RectangleShape.of(0, 0, 2, 2), Plane.FIRST).build();
		ResultsTable table = Measurements.table(List.of(all), Protocol.NONE, image);
		return table.getValue("Mean (" + unit + ")", 0);
	}

	@Test
	public void integersKeepTheirPixels() {
		ImagePlus image = image(new short[]{5, 55, 105, 155});
		double[] range = {image.getDisplayRangeMin(), image.getDisplayRangeMax()};
		assertEquals(150, measured(image, "Bq/ml"), 1e-9);
		assertEquals("With weight and dose.", ValueMeanings.show(image, "SUVbw"));
		assertEquals(55, image.getProcessor().get(1, 0));
		assertEquals(1.0, image.getCalibration().getCValue(55), 1e-6);
		assertEquals("g/ml", image.getCalibration().getValueUnit());
		assertEquals(1.5, image.getStatistics().mean, 1e-6);
		assertEquals(1.5, measured(image, "g/ml"), 1e-9);
		assertEquals("looks as before", range[0], image.getDisplayRangeMin(), 0);
		assertEquals(range[1], image.getDisplayRangeMax(), 0);
		assertEquals("-0.1", ImagePlusImages.medicalImage(image).orElseThrow().facts().get("PixelPaddingValue"));
		assertEquals(0.995, ImagePlusImages.medicalImage(image).orElseThrow().windows().get(0).center(), 1e-12);
		ValueMeanings.show(image, ValueMeanings.MODALITY);
		assertEquals(150, measured(image, "Bq/ml"), 1e-9);
		assertEquals(150, image.getStatistics().mean, 1e-6);
		assertEquals("Bq/ml", image.getCalibration().getValueUnit());
	}

	@Test
	public void floatsOnDemandAreConvertedWhenTheyAreDecoded() {
		float[] stored = {0, 100, 200, 300};
		ImagePlus inMemory = image(stored.clone());
		MedicalImage base = ImagePlusImages.medicalImage(inMemory).orElseThrow();
		CachedPlanes planes = CachedPlanes.of(index -> stored.clone(), 1, 16);
		ImagePlus image = ImagePlusFactory
				.open(base.withPixels(Planes.onDemand(new FloatType(), planes, 2, 2, 1, 1, 1), base.scale()));
		assertTrue(image.getStack().isVirtual());
		double high = image.getDisplayRangeMax();
		ValueMeanings.show(image, "SUVbw");
		assertEquals(1, image.getProcessor().getf(1, 0), 1e-6);
		assertEquals(0.01 * high, image.getDisplayRangeMax(), 1e-6);
		assertEquals(1.5, measured(image, "g/ml"), 1e-6);
		assertEquals(1.5, image.getStatistics().mean, 1e-6);
		ValueMeanings.show(image, ValueMeanings.MODALITY);
		assertEquals(300, image.getProcessor().getf(1, 1), 1e-4);
		assertEquals(150, measured(image, "Bq/ml"), 1e-4);
	}

	@Test
	public void floatsAreConvertedAndComeBack() {
		ImagePlus image = image(new float[]{0, 100, 200, 300});
		double high = image.getDisplayRangeMax();
		ValueMeanings.show(image, "SUVbw");
		ValueMeanings.show(image, "SUVbw");
		assertEquals(1, image.getProcessor().getf(1, 0), 1e-6);
		assertEquals(0.01 * high, image.getDisplayRangeMax(), 1e-6);
		assertEquals(1.5, measured(image, "g/ml"), 1e-6);
		ValueMeanings.show(image, ValueMeanings.MODALITY);
		assertEquals(300, image.getProcessor().getf(1, 1), 1e-4);
		assertEquals(150, measured(image, "Bq/ml"), 1e-4);
	}

	@Test
	public void whatCannotBeHadIsRefusedInWords() {
		ImagePlus image = image(new short[4]);
		assertEquals("The height is missing.",
				assertThrows(IllegalArgumentException.class, () -> ValueMeanings.show(image, "SUVlbm")).getMessage());
		assertEquals("The file of this image gives no scale for \"HU\". It has: SUVbw, SUVlbm, modality.",
				assertThrows(IllegalArgumentException.class, () -> ValueMeanings.show(image, "HU")).getMessage());
		ImagePlus foreign = new ImagePlus("", new ij.process.ShortProcessor(2, 2));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ValueMeanings.show(foreign, "SUVbw")).getMessage()
				.startsWith("The values of this image have no other meaning that is known."));
	}

	@Test
	public void aRealSliceHasTheSuvOfPydicom() throws Exception {
		Path file = SharedData.require("pet/acrin_flt_1.dcm");
		ImagePlus image = ImagePlusFactory.open(SeriesReader.ofFiles(List.of(file), Progress.NONE).get(0));
		String words = ValueMeanings.show(image, "SUVbw");
		// suv_oracle.py
		assertEquals(7.194332727459781, image.getStatistics().max, 1e-5);
		assertEquals(0.05259071767166491, image.getStatistics().mean, 1e-7);
		assertEquals(0.8349112584994772, image.getCalibration().getCValue(image.getProcessor().get(84, 84)), 1e-6);
		assertEquals("SUVbw = Bq/ml × weight 69.7 kg ÷ dose 178.3 MBq decayed for 66.3 min with a half-life of 109.8 min.",
				words);
	}

	@Test
	public void slicesOfDifferentScalesHaveOneSuv() throws Exception {
		for (int k = 1; k <= 3; k++)
			SyntheticSlice.write(folder.getRoot().toPath(), k + ".dcm",
					SyntheticSlice.at(2 * k, k).set("Modality", "PT").set("Units", "GML")
							.set("RescaleSlope", 0.5 * k).set("RescaleIntercept", 0d));
		ImagePlus image = ImagePlusFactory
				.open(new org.annotomy.dicom.DicomImageReader().read(folder.getRoot().toPath(), Progress.NONE).get(0));
		ValueMeanings.show(image, "SUVbw");
		image.setSlice(3);
		assertEquals(4.5, image.getProcessor().getf(0, 0), 0);
		assertEquals("g/ml", image.getCalibration().getValueUnit());
	}
}
