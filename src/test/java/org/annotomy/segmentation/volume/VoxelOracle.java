package org.annotomy.segmentation.volume;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;

/** What {@code src/test/scripts/voxel_filters_oracle.py} wrote: small volumes and what scipy makes of them. */
public final class VoxelOracle {

	private final JsonObject all;

	private VoxelOracle(JsonObject all) {
		this.all = all;
	}

	public static VoxelOracle read() throws IOException {
		try (InputStream in = VoxelOracle.class.getResourceAsStream("voxel_filters.json")) {
			return new VoxelOracle(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject());
		}
	}

	public JsonObject json() {
		return all;
	}

	public VolumeSize size() throws IOException {
		double[] n = numbers("size");
		return new VolumeSize((int) n[0], (int) n[1], (int) n[2]);
	}

	public VoxelSpacing spacing() throws IOException {
		double[] mm = numbers("spacing");
		return new VoxelSpacing(mm[0], mm[1], mm[2]);
	}

	public double[] numbers(String member) throws IOException {
		return all.require(member).asArray().doubles();
	}

	public float[] floats(String member) throws IOException {
		double[] numbers = numbers(member);
		float[] floats = new float[numbers.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) numbers[i];
		return floats;
	}

	public byte[] mask(String member) throws IOException {
		return bits(all.string(member, ""));
	}

	/** The member of an object that is a member. */
	public byte[] mask(String object, String member) throws IOException {
		return bits(all.object(object).string(member, ""));
	}

	public static byte[] bits(String text) {
		byte[] bits = new byte[text.length()];
		for (int i = 0; i < bits.length; i++)
			bits[i] = (byte) (text.charAt(i) - '0');
		return bits;
	}

	/** Names the first voxel that differs by more than the tolerance, relative to the values' size. */
	public void assertNear(String member, float[] actual, double tolerance) throws IOException {
		double[] expected = numbers(member);
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(member + at(i), expected[i], actual[i], tolerance * Math.max(1, Math.abs(expected[i])));
	}

	public void assertSame(String what, byte[] expected, byte[] actual) throws IOException {
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(what + at(i), expected[i], actual[i]);
	}

	private String at(int i) throws IOException {
		VolumeSize size = size();
		return " at " + i % size.nx() + "," + i / size.nx() % size.ny() + "," + i / size.nx() / size.ny();
	}
}
