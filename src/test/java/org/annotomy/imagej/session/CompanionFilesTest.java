package org.annotomy.imagej.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.annotation.protocol.ProtocolReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.display.PresetFile;
import org.annotomy.image.CompanionFiles;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.interchange.transform.TransformFile;
import org.annotomy.linking.group.GroupFile;
import org.annotomy.linking.layout.LayoutReader;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the program writes beside a series is no foreign file when the series is opened again. */
public class CompanionFilesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void everyKindOfFileThatIsWrittenIsKnown() {
		for (String ending : List.of(TransformFile.SUFFIX, GroupFile.SUFFIX, LayoutReader.SUFFIX, PresetFile.SUFFIX,
				ProtocolReader.SUFFIX))
			assertTrue(ending, CompanionFiles.isOne("a" + ending));
		assertFalse(CompanionFiles.isOne("report.txt"));
		assertFalse(CompanionFiles.isOne("a.json"));
	}

	@Test
	public void aSeriesIsOpenedAgainWithoutAWarning() throws Exception {
		Path files = folder.getRoot().toPath();
		SyntheticSlice.write(files, new double[]{0, 1, 2}, slice -> slice);
		List<String> before = open(files).warnings();
		for (String name : List.of("a.transform.json", "a.geojson", "a.detections-0123456789abcdef.geojson.gz", "a.seg.nrrd",
				"study.annotomy-group.json", "a.tfm", "a.measurements.csv"))
			Files.writeString(files.resolve(name), "x");
		assertEquals(before, open(files).warnings());
		Files.writeString(files.resolve("report.txt"), "x");
		assertEquals("a foreign file is told", before.size() + 1, open(files).warnings().size());
	}

	private static MedicalImage open(Path files) throws Exception {
		List<MedicalImage> images = ImageReaders.discover().read(files, Progress.NONE);
		assertEquals(1, images.size());
		return images.get(0);
	}
}
