package org.annotomy.dicom.transfer;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Labels in a Raw Data object: valid for an independent judge, and the same when they come back. */
public class LabelObjectTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T10:11:12Z"), ZoneOffset.UTC);
	private static final Path JUDGE = Path.of("/usr/bin/dciodvfy");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private DicomDataset object() throws IOException {
		Path series = folder.newFolder().toPath();
		SyntheticSlice.write(series, new double[]{0, 1, 2}, slice -> slice.set("PatientName", "Größe^Anna").set("StudyID", "7"));
		MedicalImage image = new DicomImageReader().read(series, Progress.NONE).get(0);
		DicomDataset header = DicomFileReader.read(image.files().get(0)).dataset();
		Path geojson = Files.writeString(series.resolve("a"), "{\"type\":\"FeatureCollection\"}");
		Path nrrd = Files.write(series.resolve("b"), new byte[100_000]);
		Map<String, Path> files = Map.of("2.25.5102.geojson", geojson, "2.25.5102 (2).seg.nrrd", nrrd);
		return new LabelObject(CLOCK).write(new LabelledSeries(header, image, null, files)).get(0);
	}

	@Test
	public void labelsComeBackAsTheyWere() throws IOException {
		DicomDataset object = DicomFileReader.read(write(object())).dataset();
		assertEquals("Größe^Anna", object.string(0x00100010, ""));
		assertEquals(LabelObject.seriesFor("2.25.5102"), object.string(Tag.SERIES_INSTANCE_UID, ""));
		LabelObject.Labels labels = LabelObject.read(object);
		assertEquals("2.25.5102", labels.seriesUid());
		assertEquals("2026-11-27 10:11", labels.written());
		assertEquals(List.of("2.25.5102 (2).seg.nrrd", "2.25.5102.geojson"), List.copyOf(labels.files().keySet()));
		assertArrayEquals(new byte[100_000], labels.files().get("2.25.5102 (2).seg.nrrd"));
	}

	private Path write(DicomDataset object) throws IOException {
		Path file = folder.getRoot().toPath().resolve("labels.dcm");
		DicomWriter.write(object, file);
		return file;
	}

	@Test
	public void anIndependentJudgeFindsNoError() throws Exception {
		SharedData.need(Files.isExecutable(JUDGE), "dciodvfy (apt: dicom3tools)");
		Path output = folder.getRoot().toPath().resolve("judgement");
		Process judge = new ProcessBuilder(JUDGE.toString(), "-new", write(object()).toString()).redirectErrorStream(true)
				.redirectOutput(output.toFile()).start();
		assertTrue(judge.waitFor(30, TimeUnit.SECONDS));
		assertEquals(Files.readString(output), 0, judge.exitValue());
		assertTrue(Files.readString(output), Files.readString(output).contains("RawData"));
	}

	@Test
	public void nothingToSendMakesNoObject() throws IOException {
		assertEquals(List.of(), new LabelObject(CLOCK).write(new LabelledSeries(DicomDataset.EMPTY, null, null, Map.of())));
	}

	@Test
	public void whatIsNoLabelsIsRefused() throws IOException {
		assertEquals("This DICOM object holds no labels of Annotomy.",
				assertThrows(ImageFormatException.class, () -> LabelObject.read(SyntheticSlice.at(1, 1).build())).getMessage());
		byte[] bomb = zip("1.2.geojson", 64 << 20);
		assertTrue(bomb.length < 100_000);
		for (byte[] archive : List.of(new byte[0], new byte[100], zip("../1.2.geojson", 1), zip("/etc/1.geojson", 1),
				zip("1.2.geojson/x", 1), zip("name.geojson", 1), bomb)) {
			DicomDataset object = object().toBuilder().bytes(0x00991001, Vr.OB, archive).build();
			assertEquals("The labels in the DICOM object are broken.",
					assertThrows(ImageFormatException.class, () -> LabelObject.read(object)).getMessage());
		}
	}

	private static byte[] zip(String name, int size) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(new byte[size]);
		}
		return bytes.toByteArray();
	}
}
