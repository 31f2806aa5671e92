package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * What the metadata of an array says.
 *
 * @param chunks of the smallest unit that can be read
 * @param codecs from the stored bytes on
 * @param axisOrder which axis is stored first, second …; null for their own order
 * @param shuffled bytes of an element whose bytes lie apart; 0 for none
 * @param fill value of chunks that are left out
 * @param shards what several chunks are stored in; null for none
 */
record ZarrHeader(long[] shape, long[] chunks, ZarrType type, ByteOrder order, ZarrKeys keys, List<ByteCodec> codecs,
		int[] axisOrder,
		int shuffled, double fill, ZarrShards shards) {

	private static final int MAX_AXES = 8;

	/** Zarr 2: {@code .zarray}. */
	static ZarrHeader ofTwo(JsonObject json) throws IOException {
		long[] shape = numbers(json.require("shape"));
		String type = json.require("dtype").asString();
		List<ByteCodec> codecs = new ArrayList<>();
		int shuffled = 0;
		for (JsonValue filter : nullable(json, "filters") instanceof JsonArray filters
				? filters.values()
				: List.<JsonValue>of()) {
			String id = filter.asObject().string("id", "");
			if (!id.equals("shuffle") || shuffled > 0) codecs.add(ByteCodec.of(id));
			else shuffled = (int) filter.asObject().number("elementsize", 4);
		}
		if (nullable(json, "compressor") instanceof JsonObject compressor) codecs.add(ByteCodec.of(compressor.string("id", "")));
		Collections.reverse(codecs);
		int[] axes = json.string("order", "C").equals("F") ? reversed(shape.length) : null;
		return new ZarrHeader(shape, same(numbers(json.require("chunks")), shape), ZarrType.of(type),
				type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
				new ZarrKeys("", json.string("dimension_separator", ".")), codecs, axes, shuffled,
				fill(nullable(json, "fill_value")), null);
	}

	/** Zarr 3: {@code zarr.json}. */
	static ZarrHeader ofThree(JsonObject json) throws IOException {
		long[] shape = numbers(json.require("shape"));
		JsonObject grid = json.object("chunk_grid");
		if (!grid.string("name", "").equals("regular"))
			throw new ImageFormatException("Zarr arrays whose chunks differ in size are not supported.");
		long[] outer = same(numbers(grid.object("configuration").require("chunk_shape")), shape);
		JsonObject naming = json.object("chunk_key_encoding");
		boolean old = naming.string("name", "default").equals("v2");
		ZarrKeys keys = new ZarrKeys(old ? "" : "c", naming.object("configuration").string("separator", old ? "." : "/"));
		double fill = fill(nullable(json, "fill_value"));
		ZarrType type = ZarrType.of(json.require("data_type").asString());
		CodecChain chain = CodecChain.of(json.list("codecs"), shape.length);
		if (chain.sharding() == null)
			return new ZarrHeader(shape, outer, type, chain.order(), keys, chain.bytes(), chain.axisOrder(), 0, fill, null);
		JsonObject sharding = chain.sharding();
		long[] inner = same(numbers(sharding.require("chunk_shape")), shape);
		CodecChain within = CodecChain.of(sharding.list("codecs"), shape.length);
		CodecChain ofIndex = CodecChain.of(sharding.list("index_codecs"), shape.length);
		if (within.sharding() != null || ofIndex.sharding() != null || chain.axisOrder() != null || !chain.bytes().isEmpty())
			throw new ImageFormatException("Zarr shards in shards, or packed as a whole, are not supported.");
		boolean first = sharding.string("index_location", "end").equals("start");
		return new ZarrHeader(shape, inner, type, within.order(), keys, within.bytes(), within.axisOrder(), 0, fill,
				new ZarrShards(outer, first, ofIndex));
	}

	static int[] reversed(int axes) {
		int[] order = new int[axes];
		Arrays.setAll(order, i -> axes - 1 - i);
		return order;
	}

	private static JsonValue nullable(JsonObject json, String name) {
		return json.get(name).orElse(JsonScalar.NULL);
	}

	private static long[] numbers(JsonValue value) throws IOException {
		double[] numbers = value.asArray().doubles();
		if (numbers.length < 2 || numbers.length > MAX_AXES)
			throw new ImageFormatException("Zarr arrays with " + numbers.length + " axes are no images.");
		long[] whole = new long[numbers.length];
		for (int i = 0; i < whole.length; i++)
			whole[i] = (long) numbers[i];
		return whole;
	}

	private static long[] same(long[] chunks, long[] shape) throws ImageFormatException {
		if (chunks.length != shape.length) throw new ImageFormatException("The Zarr data states an array that cannot be.");
		return chunks;
	}

	private static double fill(JsonValue value) throws IOException {
		if (!(value instanceof JsonScalar scalar)) return 0;
		return switch (scalar.type()) {
			case NUMBER -> value.asDouble();
			case STRING -> scalar.text().equals("NaN")
					? Double.NaN
					: scalar.text().equals("Infinity")
							? Double.POSITIVE_INFINITY
							: scalar.text().equals("-Infinity") ? Double.NEGATIVE_INFINITY : 0;
			case BOOLEAN -> scalar.text().equals("true") ? 1 : 0;
			default -> 0;
		};
	}
}
