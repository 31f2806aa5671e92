package org.annotomy.dicom.transfer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.web.Credentials;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.PixelHash;
import org.annotomy.task.Progress;
import org.annotomy.testing.OrthancServer;
import org.annotomy.testing.SharedData;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Frames of real files, one by one from Orthanc, are those of the files, in whatever encoding they are stored. Each test has an Orthanc of its
 * own, since some files are the same image in another encoding.
 */
public class OrthancFramesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private OrthancServer orthanc;
	private DicomWebClient client;

	@Before
	public void start() throws IOException {
		orthanc = OrthancServer.start(folder.getRoot().toPath());
		client = new DicomWebClient(WebServer.of("Orthanc", orthanc.address()), Credentials.NONE);
	}

	@After
	public void stop() {
		if (client != null) client.close();
		if (orthanc != null) orthanc.close();
	}

	private Optional<List<MedicalImage>> open(Path file) throws IOException {
		DicomDataset header = DicomFileReader.readHeader(file).dataset();
		client.store(Map.of(header.string(Tag.SOP_INSTANCE_UID, ""), file), Progress.NONE);
		return new SeriesOnDemand(client, header.string(Tag.STUDY_INSTANCE_UID, ""), header.string(Tag.SERIES_INSTANCE_UID, ""),
				folder.newFolder().toPath(), Progress.NONE).open(true);
	}

	private void assertSame(String path) throws IOException {
		Path file = SharedData.require(path);
		Path alone = folder.newFolder().toPath();
		Files.copy(file, alone.resolve("a.dcm"));
		Optional<List<MedicalImage>> found = open(file);
		assertTrue(path + " is opened frame by frame", found.isPresent());
		List<MedicalImage> expected = new DicomImageReader().read(alone, Progress.NONE);
		assertEquals(path, expected.size(), found.get().size());
		for (int i = 0; i < expected.size(); i++) {
			assertEquals(path, expected.get(i).identity(), found.get().get(i).identity());
			assertEquals(path, expected.get(i).windows(), found.get().get(i).windows());
			assertEquals(path, PixelHash.of(expected.get(i), Progress.NONE), PixelHash.of(found.get().get(i), Progress.NONE));
			found.get().get(i).onDemand().orElseThrow().close();
		}
	}

	@Test
	public void plainVolume() throws IOException {
		assertSame("enhanced/CT0012.explicit_little_endian.dcm");
	}

	@Test
	public void jpegVolumeOfTwelveBits() throws IOException {
		assertSame("enhanced/CT0012.fragmented_no_bot_jpeg_baseline.51.dcm");
	}

	/** Orthanc answers 400 for frames of several fragments without a table, and 500 for those in big endian. */
	@Test
	public void whatOrthancCannotTakeApartIsLeftToBeRetrievedWhole() throws IOException {
		for (String path : List.of("us/echo_8f_jpeg_fragmented.dcm", "enhanced/emri_small_big_endian.dcm"))
			assertTrue(path, open(SharedData.require(path)).isEmpty());
	}

	@Test
	public void losslessJpegVolume() throws IOException {
		assertSame("enhanced/CT0012.fragmented_no_bot_jpeg_lossless.57.dcm");
	}

	@Test
	public void jpegLsVolume() throws IOException {
		assertSame("enhanced/emri_small_jpeg_ls_lossless.dcm");
	}

	@Test
	public void jpeg2000Volume() throws IOException {
		assertSame("enhanced/emri_small_jpeg_2k_lossless.dcm");
	}

	@Test
	public void runLengthVolume() throws IOException {
		assertSame("enhanced/emri_small_RLE.dcm");
	}

	@Test
	public void plainFilmInYbr() throws IOException {
		assertSame("us/cine_ybr_30f.dcm");
	}
}
