package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * The list {@code codecs} of Zarr 3.
 *
 * @param bytes from the stored bytes on
 * @param axisOrder as {@link ZarrHeader#axisOrder}
 * @param sharding the settings of {@code sharding_indexed}; null for none
 */
record CodecChain(ByteOrder order, List<ByteCodec> bytes, int[] axisOrder, JsonObject sharding) {

	static CodecChain of(List<JsonValue> codecs, int axes) throws IOException {
		ByteOrder order = ByteOrder.LITTLE_ENDIAN;
		List<ByteCodec> bytes = new ArrayList<>();
		int[] axisOrder = null;
		JsonObject sharding = null;
		for (JsonValue value : codecs) {
			String name = value.asObject().string("name", "");
			JsonObject settings = value.asObject().object("configuration");
			switch (name) {
				case "bytes", "endian" -> {
					if (settings.string("endian", "little").equals("big")) order = ByteOrder.BIG_ENDIAN;
				}
				case "transpose" -> axisOrder = axisOrder(settings.require("order").asArray().doubles(), axes);
				case "sharding_indexed" -> sharding = settings;
				default -> bytes.add(ByteCodec.of(name));
			}
		}
		Collections.reverse(bytes);
		return new CodecChain(order, bytes, axisOrder, sharding);
	}

	private static int[] axisOrder(double[] numbers, int axes) throws ImageFormatException {
		int[] order = new int[axes];
		int seen = 0;
		for (int i = 0; i < Math.min(axes, numbers.length); i++) {
			order[i] = (int) numbers[i];
			if (order[i] >= 0 && order[i] < axes) seen |= 1 << order[i];
		}
		if (numbers.length != axes || seen != (1 << axes) - 1)
			throw new ImageFormatException("The Zarr data states an order of axes that cannot be.");
		return order;
	}
}
