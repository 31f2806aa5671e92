package org.annotomy.slide.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.annotomy.image.ImageFormatException;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.SlideChannel;

/** A multiscale image of OME-Zarr: its arrays from the finest to the coarsest and what their axes are. */
final class ZarrImage {

	private static final String AXES = "tczyx";
	private static final int MAX_LEVELS = 64;

	private final JsonObject multiscale;
	private final JsonObject omero;
	private final List<ZarrArray> arrays = new ArrayList<>();
	/** For t, c, z, y, x which axis of the arrays it is; -1 for none. */
	private final int[] axes = {-1, -1, -1, -1, -1};
	private final double[] unitsUm;
	private final double[] scales;

	ZarrImage(ZarrStore store, ZarrGroup group) throws IOException {
		List<JsonValue> all = group.ome().list("multiscales");
		if (all.isEmpty()) throw new ImageFormatException("The Zarr data holds no image.");
		multiscale = all.get(0).asObject();
		omero = group.ome().object("omero");
		List<JsonValue> datasets = multiscale.list("datasets");
		if (datasets.isEmpty() || datasets.size() > MAX_LEVELS)
			throw new ImageFormatException("The Zarr data states " + datasets.size() + " resolutions; that cannot be.");
		String folder = group.path().isEmpty() ? "" : group.path() + "/";
		for (JsonValue dataset : datasets)
			add(ZarrArray.open(store, folder + dataset.asObject().require("path").asString()));
		unitsUm = new double[arrays.get(0).axes()];
		readAxes();
		scales = scales(datasets.get(0).asObject());
	}

	/** Levels that are not smaller than the one before are left out. */
	private void add(ZarrArray array) throws ImageFormatException {
		if (!arrays.isEmpty()) {
			ZarrArray last = arrays.get(arrays.size() - 1);
			if (array.axes() != last.axes() || !array.type().equals(last.type()))
				throw new ImageFormatException("The resolutions of the Zarr data differ in kind.");
			int x = array.axes() - 1;
			if (array.size(x) >= last.size(x)) return;
		}
		arrays.add(array);
	}

	private void readAxes() throws IOException {
		int count = arrays.get(0).axes();
		List<JsonValue> named = multiscale.list("axes");
		Arrays.fill(unitsUm, Double.NaN);
		if (named.isEmpty()) { // before 0.3 there were always five
			for (int i = 0; i < count; i++)
				axes[AXES.length() - count + i] = i;
		} else if (named.size() != count) throw new ImageFormatException("The Zarr data names more or fewer axes than it has.");
		for (int i = 0; i < named.size(); i++) {
			boolean old = named.get(i) instanceof JsonScalar;
			String name = old ? named.get(i).asString() : named.get(i).asObject().string("name", "");
			int known = name.length() == 1 ? AXES.indexOf(name.toLowerCase(Locale.ROOT)) : -1;
			if (known < 0 && arrays.get(0).size(i) > 1)
				throw new ImageFormatException("The Zarr data has an axis that is none of t, c, z, y and x.");
			if (known < 0) continue;
			axes[known] = i;
			if (!old) unitsUm[i] = micrometres(named.get(i).asObject().string("unit", ""));
		}
		if (axes[3] < 0 || axes[4] < 0) throw new ImageFormatException("The Zarr data has no axes y and x.");
	}

	private static double micrometres(String unit) {
		return switch (unit) {
			case "micrometer", "micron", "um", "µm" -> 1;
			case "nanometer", "nm" -> 1e-3;
			case "millimeter", "mm" -> 1e3;
			case "centimeter", "cm" -> 1e4;
			case "meter", "m" -> 1e6;
			case "angstrom" -> 1e-4;
			default -> Double.NaN;
		};
	}

	/** Size of an element along each axis: the scale of the level times that of all. */
	private double[] scales(JsonObject dataset) throws IOException {
		double[] product = new double[arrays.get(0).axes()];
		Arrays.fill(product, 1);
		for (JsonObject of : List.of(dataset, multiscale))
			for (JsonValue transformation : of.list("coordinateTransformations")) {
				JsonObject each = transformation.asObject();
				if (!each.string("type", "").equals("scale") || !(each.get("scale").orElse(null) instanceof JsonArray array))
					continue;
				double[] factors = array.doubles();
				for (int i = 0; i < Math.min(factors.length, product.length); i++)
					product[i] *= factors[i];
			}
		return product;
	}

	List<ZarrArray> arrays() {
		return arrays;
	}

	/** Which axis of the arrays is t, c, z, y or x; -1 for none. */
	int axis(char name) {
		return axes[AXES.indexOf(name)];
	}

	/** Elements along an axis at a level; 1 if there is no such axis. */
	int size(int level, char name) {
		return axis(name) < 0 ? 1 : arrays.get(level).size(axis(name));
	}

	/** In µm, NaN if unknown. */
	double spacingUm(char name) {
		if (axis(name) < 0) return Double.NaN;
		double size = scales[axis(name)] * unitsUm[axis(name)];
		return size > 0 ? size : Double.NaN;
	}

	List<PyramidLevel> levels() {
		List<PyramidLevel> levels = new ArrayList<>();
		for (int i = 0; i < arrays.size(); i++) {
			ZarrArray array = arrays.get(i);
			levels.add(new PyramidLevel(size(i, 'x'), size(i, 'y'), array.chunk(axis('x')), array.chunk(axis('y')),
					PyramidLevel.downsample(size(0, 'x'), size(0, 'y'), size(i, 'x'), size(i, 'y'))));
		}
		return levels;
	}

	/** Three channels of bytes are red, green and blue unless their colours say otherwise. */
	boolean isColour() throws IOException {
		if (size(0, 'c') != 3 || arrays.get(0).type().kind() != PixelKind.GREY_8 || arrays.get(0).type().sort() == 'b')
			return false;
		List<JsonValue> channels = omero.list("channels");
		if (channels.isEmpty()) return true;
		if (channels.size() != 3) return false;
		for (int c = 0; c < 3; c++)
			if (colour(channels.get(c).asObject()) != 0xff0000 >> 8 * c) return false;
		return true;
	}

	private static int colour(JsonObject channel) throws IOException {
		String hex = channel.string("color", "");
		return hex.matches("[0-9A-Fa-f]{6}") ? Integer.parseInt(hex, 16) : 0xffffff;
	}

	List<SlideChannel> channels() throws IOException {
		if (isColour()) return List.of(SlideChannel.named("RGB"));
		List<SlideChannel> channels = new ArrayList<>();
		List<JsonValue> described = omero.list("channels");
		int count = size(0, 'c');
		for (int c = 0; c < count; c++) {
			JsonObject channel = c < described.size() ? described.get(c).asObject() : JsonObject.EMPTY;
			String label = channel.string("label", "").strip();
			JsonObject window = channel.object("window");
			channels.add(new SlideChannel(label.isEmpty() ? count == 1 ? "Grey" : "Channel " + (c + 1) : label, colour(channel),
					window.number("start", Double.NaN), window.number("end", Double.NaN)));
		}
		return channels;
	}
}
