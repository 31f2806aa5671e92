package org.annotomy.imagej.registration;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.intensity.IntensityRegistration;
import org.annotomy.registration.intensity.IntensityRegistration.Result;
import org.annotomy.registration.intensity.IntensityRegistration.Start;
import org.annotomy.registration.intensity.Level;
import org.annotomy.task.Progress;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Registers two open images by their values, at the channel and time point that each shows. */
public final class VolumeRegistration {

	/** Longest side of the picture that a slide is registered by. */
	private static final int OVERVIEW = 1024;

	private VolumeRegistration() {}

	/**
	 * @param start null for as placed if both lie in the same frame of reference, else by centres of mass
	 * @param file see {@link Registrations#keep}
	 * @return one row: what was found, how far it moves the middle of the fixed image, and how good it is
	 * @throws IOException if it cannot be saved
	 * @throws IllegalArgumentException as {@link IntensityRegistration#register}
	 * @throws org.annotomy.task.CancelledException if the user cancelled; then nothing is kept
	 */
	public static ResultsTable register(ImagePair pair, AffineMap.Kind kind, Start start, Path file, Progress progress)
			throws IOException {
		Level moving = level(pair.moving(), pair.movingImage(), pair.movingFrame(), progress.part(0, 0.1));
		Level fixed = level(pair.fixed(), pair.fixedImage(), pair.fixedFrame(), progress.part(0.1, 0.2));
		Start from = start != null ? start : pair.sharesFrame() && !pair.isPlane() ? Start.PLACED : Start.MASS;
		Result result = IntensityRegistration.register(moving, fixed, kind, from, progress.part(0.2, 0.9));
		Map<String, Double> measures = new TreeMap<>();
		measures.put("mutualInformationBefore", result.before());
		measures.put("mutualInformation", result.after());
		measures.put("overlapPercent", 100 * result.overlap());
		Registrations.Kept kept = Registrations.keep(pair, result.movingToFixed(), "mutual information, " + kind.word(), measures,
				file, progress.part(0.9, 1));
		ResultsTable table = new ResultsTable();
		table.addRow();
		table.addValue("Kind", kind.word());
		RegistrationTables.addMap(table, result.movingToFixed(), pair);
		table.addValue("Mutual information before", result.before());
		table.addValue("Mutual information", result.after());
		table.addValue("Overlap (%)", 100 * result.overlap());
		table.addValue("Saved", kept.saved() ? "yes" : "no: the images do not come from files");
		RegistrationTables.addUses(table, kept);
		return table;
	}

	private static Level level(ImagePlus shown, MedicalImage image, ImageFrame frame, Progress progress) {
		if (shown instanceof SlideImage slide) return overview(slide, frame);
		int channel = image.channels() > 1 ? shown.getC() - 1 : 0;
		return Level.of(image, channel, Math.min(image.timePoints(), shown.getT()) - 1, frame.voxelToFrame(), progress);
	}

	/** A slide as a small picture shows it. */
	private static Level overview(SlideImage slide, ImageFrame frame) {
		BufferedImage picture = slide.overview(OVERVIEW, OVERVIEW);
		int width = picture.getWidth();
		int height = picture.getHeight();
		float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++) {
			int rgb = picture.getRGB(i % width, i / width);
			values[i] = ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3f;
		}
		double x = slide.getWidth() / (double) width;
		double y = slide.getHeight() / (double) height;
		Affine toPixel = Affine.ofRows(x, 0, 0, (x - 1) / 2, 0, y, 0, (y - 1) / 2, 0, 0, 1, 0);
		return new Level(values, new VolumeSize(width, height, 1), frame.voxelToFrame().after(toPixel));
	}
}
