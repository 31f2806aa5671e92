package org.annotomy.dicom;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Window;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Grey levels as DCMTK shows them ({@code dicom_display_oracle.py}): bits, modality stage, windows, VOI tables, inversion, in one pass. */
public class DisplayOracleTest {

	/** DCMTK rounds down where we round to the nearest. */
	private static final double ONE_LEVEL = 1;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void greysAreThoseOfDcmtk() throws IOException {
		int cases = 0;
		for (JsonValue each : oracle().values()) {
			check(each.asObject());
			cases++;
		}
		assertEquals(17, cases);
	}

	private static JsonArray oracle() throws IOException {
		try (InputStream in = DisplayOracleTest.class.getResourceAsStream("display.json")) {
			return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asArray();
		}
	}

	private void check(JsonObject oracle) throws IOException {
		String name = oracle.string("name", "");
		Path file = SyntheticSlice.write(folder.getRoot().toPath(), "a.dcm", dataset(oracle));
		MedicalImage image = new DicomImageReader().read(file, Progress.NONE).get(0);
		int number = (int) Double.parseDouble(oracle.list("how").get(1).asString());
		Window window = image.windows().get(number - 1);
		double[] expected = oracle.require("expected").asArray().doubles();
		for (int i = 0; i < expected.length; i++) {
			double grey = 255 * window.grey(image.scale().toModality(stored(image, i)));
			assertEquals(name + ", pixel " + i, expected[i], image.inverted() ? 255 - grey : grey, ONE_LEVEL);
		}
	}

	private static double stored(MedicalImage image, int i) {
		Object plane = image.plane(0, 0, 0);
		if (plane instanceof float[] values) return values[i];
		boolean signed = image.type() instanceof net.imglib2.type.numeric.integer.ShortType;
		return signed ? ((short[]) plane)[i] : ((short[]) plane)[i] & 0xffff;
	}

	private static DicomDatasetBuilder dataset(JsonObject oracle) throws IOException {
		double[] pixels = oracle.require("pixels").asArray().doubles();
		double[] bits = oracle.require("bits").asArray().doubles();
		DicomDatasetBuilder builder = DicomDataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7")
				.set("SOPInstanceUID", "2.25.1")
				.set("Rows", 1).set("Columns", pixels.length).set("SamplesPerPixel", 1)
				.set("PhotometricInterpretation", oracle.string("pi", "")).set("BitsAllocated", (int) bits[0])
				.set("BitsStored", (int) bits[1]).set("HighBit", (int) bits[2])
				.set("PixelRepresentation", (int) oracle.number("signed", 0));
		short[] samples = new short[pixels.length];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (short) (int) pixels[i];
		for (Map.Entry<String, JsonValue> value : oracle.object("set").members().entrySet())
			if (value.getValue() instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.STRING)
				builder.set(value.getKey(), scalar.asString());
			else
				builder.set(value.getKey(), value.getValue().asDouble());
		for (Map.Entry<String, JsonValue> tables : oracle.object("tables").members().entrySet()) {
			List<DicomDataset> items = new ArrayList<>();
			for (JsonValue table : tables.getValue().asArray().values())
				items.add(table(table.asArray().values()));
			builder.items(tables.getKey(), items.toArray(new DicomDataset[0]));
		}
		return builder.pixels(samples);
	}

	private static DicomDataset table(List<JsonValue> table) throws IOException {
		double[] values = table.get(2).asArray().doubles();
		ByteBuffer descriptor = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN).putShort((short) values.length)
				.putShort((short) table.get(0).asInt()).putShort((short) table.get(1).asInt());
		ByteBuffer data = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (double value : values)
			data.putShort((short) (int) value);
		return DicomDataset.builder().bytes(Tag.LUT_DESCRIPTOR, Vr.US, descriptor.array())
				.bytes(Tag.LUT_DATA, Vr.OW, data.array())
				.build();
	}
}
