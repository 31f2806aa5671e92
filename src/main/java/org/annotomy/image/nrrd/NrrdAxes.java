package org.annotomy.image.nrrd;

import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.RawLayout;

/**
 * What each axis of an NRRD is: one of x, y, z, c (channels, layers, vector components), t, or nothing ({@code -}, an axis of size 1).
 * A space direction or the kind domain makes an axis spatial; the kinds list, vector and colours make channels; a list behind the spatial
 * axes is time, as Slicer writes sequences.
 */
public final class NrrdAxes {

	private static final String SPATIAL = "xyz";

	private final NrrdHeader header;
	private final int[] sizes;
	private final List<String> kinds;
	private final char[] roles;

	private NrrdAxes(NrrdHeader header, boolean[] hasDirection) throws ImageFormatException {
		this.header = header;
		this.sizes = header.sizes();
		this.kinds = header.kinds();
		this.roles = new char[sizes.length];
		assignSpatial(hasDirection);
		assignOthers();
	}

	public static NrrdAxes of(NrrdHeader header) throws ImageFormatException {
		List<double[]> directions = NrrdVectors.directions(header);
		boolean[] hasDirection = directions == null ? null : new boolean[directions.size()];
		for (int i = 0; hasDirection != null && i < hasDirection.length; i++)
			hasDirection[i] = directions.get(i) != null;
		return new NrrdAxes(header, hasDirection);
	}

	private void assignSpatial(boolean[] hasDirection) {
		int found = 0;
		boolean kindsSay = kinds.stream().anyMatch(NrrdAxes::isSpatialKind);
		for (int i = 0; i < roles.length && found < SPATIAL.length(); i++) {
			boolean spatial = hasDirection != null
					? hasDirection[i] && !kinds.get(i).equals("time")
					: kindsSay ? isSpatialKind(kinds.get(i)) : kinds.get(i).equals("???") || kinds.get(i).equals("none");
			if (spatial) roles[i] = SPATIAL.charAt(found++);
		}
	}

	private static boolean isSpatialKind(String kind) {
		return kind.equals("domain") || kind.equals("space");
	}

	private void assignOthers() throws ImageFormatException {
		for (int i = 0; i < roles.length; i++) {
			if (roles[i] != 0) continue;
			boolean timeLike = kinds.get(i).equals("time") || i > 0 && isVague(kinds.get(i)) && indexOf('t') < 0;
			roles[i] = sizes[i] == 1 ? '-' : timeLike ? 't' : 'c';
			for (int j = 0; j < i; j++)
				if (roles[i] != '-' && roles[j] == roles[i])
					throw new ImageFormatException("NRRD: the file has more than one axis of "
							+ (roles[i] == 'c' ? "channels" : "time points") + ", which is not supported.");
		}
		if (indexOf('x') < 0) throw new ImageFormatException("NRRD: none of the axes lies in space, so there is no image.");
	}

	private static boolean isVague(String kind) {
		return kind.equals("list") || kind.equals("???") || kind.equals("none") || isSpatialKind(kind);
	}

	/** The place of an axis in the file, -1 if the file does not have it. */
	int indexOf(char role) {
		return new String(roles).indexOf(role);
	}

	int size(char role) {
		int index = indexOf(role);
		return index < 0 ? 1 : sizes[index];
	}

	/**
	 * How to read the values.
	 *
	 * @throws ImageFormatException if the axes lie in an order that images here cannot have
	 */
	public RawLayout layout() throws ImageFormatException {
		String order = new String(roles).replace("-", "");
		boolean interleaved = order.startsWith("c");
		String rest = interleaved ? order.substring(1) : order;
		if (!rest.startsWith("xy") && !rest.equals("x"))
			throw new ImageFormatException("NRRD: the axes lie in the order " + order
					+ ", which is not supported: x and y must come first, or right after the channels.");
		int nc = size('c');
		if (interleaved && isColour()) return RawLayout.colour(nc, size('x'), size('y'), size('z'), size('t'));
		String outer = rest.length() > 2 ? rest.substring(2) : "";
		for (char axis : "czt".toCharArray())
			if (outer.indexOf(axis) < 0) outer += axis;
		return new RawLayout(header.type(), header.byteOrder(), interleaved ? nc : 1, false, size('x'), size('y'), nc, size('z'),
				size('t'), outer);
	}

	private boolean isColour() throws ImageFormatException {
		int c = indexOf('c');
		boolean named = List.of("rgb-color", "rgba-color", "3-color", "4-color").contains(kinds.get(c));
		return named && header.type().bytes() == 1 && (sizes[c] == 3 || sizes[c] == 4);
	}
}
