package org.annotomy.bridge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;
import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.sample.histology.HistologySlide;
import org.annotomy.sample.histology.Nucleus;

/**
 * Makes a folder of four sample slides of 60,000 × 45,000 pixels with a million nuclei beside them, for the macro {@code Slide_Folder.ijm}. The
 * macro is run on it with {@code -Xmx2g -Xlog:gc:file=gc.log}; the log says how much of the heap was in use.
 */
public final class SlideFolderBenchmark {

	private static final int SLIDES = 4;
	private static final int CELLS = 1_000_000 / SLIDES;
	private static final int CORNERS = 12;

	private SlideFolderBenchmark() {}

	/** @param args the folder */
	public static void main(String[] args) throws IOException {
		Path folder = Files.createDirectories(Path.of(args[0]));
		for (int seed = 1; seed <= SLIDES; seed++) {
			String name = "section-" + seed + HistologyRecipe.ENDING;
			new HistologyRecipe(60_000, 45_000, seed).write(folder.resolve(name));
			try (HistologySlide slide = new HistologySlide(60_000, 45_000, seed, null);
					BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".cells.geojson"))) {
				write(slide, out);
			}
		}
	}

	private static void write(HistologySlide slide, BufferedWriter out) throws IOException {
		out.write("{\"type\":\"FeatureCollection\",\"features\":[");
		int[] count = new int[1];
		slide.forEachNucleus(new Box(0, 0, 60_000, 45_000), nucleus -> {
			if (count[0] < CELLS) write(nucleus, count[0]++, out);
		});
		out.write("]}");
	}

	private static void write(Nucleus nucleus, int number, BufferedWriter out) {
		StringBuilder ring = new StringBuilder();
		Vertices outline = nucleus.outline(CORNERS);
		for (int i = 0; i <= CORNERS; i++)
			ring.append(i == 0 ? "" : ",")
					.append(String.format(Locale.ROOT, "[%.2f,%.2f]", outline.x(i % CORNERS), outline.y(i % CORNERS)));
		String className = switch (nucleus.kind()) {
			case MITOSIS -> "Mitosis";
			case TUMOUR -> "Tumour";
			case LYMPHOCYTE -> "Lymphocytes";
			case FIBROBLAST -> "Stroma";
		};
		try {
			out.write((number == 0 ? "" : ",\n") + "{\"type\":\"Feature\",\"id\":\"" + new UUID(7, number)
					+ "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring
					+ "]]},\"properties\":{\"objectType\":\"detection\",\"classification\":{\"name\":\"" + className + "\"}}}");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
