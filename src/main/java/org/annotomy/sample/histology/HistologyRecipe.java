package org.annotomy.sample.histology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.digest.Sha256;
import org.annotomy.identity.ImageHash;
import org.annotomy.image.ImageFormatException;

/**
 * The file of a sample slide: one line that says how to make it. Labels lie beside it as beside any slide.
 *
 * @param width in pixels of level 0
 * @param height in pixels of level 0
 * @param seed another one gives another block
 * @param section of the block
 */
public record HistologyRecipe(int width, int height, int seed, Section section) {

	/** How the names of such files end. */
	public static final String ENDING = ".annotomy-slide";

	/** The sample that is opened from the menu: 15 × 11 mm at 40×, 2.7 gigapixels. */
	public static final HistologyRecipe STANDARD = new HistologyRecipe(60000, 45000, 1);

	/** The section of the same block that comes next. */
	public static final HistologyRecipe NEXT = new HistologyRecipe(60000, 45000, 1, Section.IHC);

	private static final Pattern TEXT = Pattern
			.compile("annotomy histology 1 width=(\\d{1,9}) height=(\\d{1,9}) seed=(\\d{1,9})( section=ihc)?\\R?");
	private static final int LONGEST = 200;

	/** The first section of a block. */
	public HistologyRecipe(int width, int height, int seed) {
		this(width, height, seed, Section.HE);
	}

	/** What the file holds, without the end of the line. */
	String text() {
		return "annotomy histology 1 width=" + width + " height=" + height + " seed=" + seed
				+ (section == Section.IHC ? " section=ihc" : "");
	}

	/** Writes the file; one that exists is replaced. */
	public void write(Path file) throws IOException {
		Files.writeString(file, text() + "\n");
	}

	/** @throws ImageFormatException if the file is not such a recipe */
	static HistologyRecipe read(Path file) throws IOException {
		Matcher matcher = TEXT.matcher(Files.size(file) > LONGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1));
		if (!matcher.matches())
			throw new ImageFormatException("This is not the recipe of a sample slide, or of a later version.");
		return new HistologyRecipe(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
				Integer.parseInt(matcher.group(3)), matcher.group(4) == null ? Section.HE : Section.IHC);
	}

	/** The digest of a recipe stands for that of a file with the pixels. */
	static ImageHash digest(String recipe) {
		return new ImageHash("file", "sha256", Sha256.hex(recipe.getBytes(StandardCharsets.US_ASCII)));
	}
}
