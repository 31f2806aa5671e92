package org.annotomy.image;

/** Refuses sizes that a file cannot hold, or that memory cannot, before anything is allocated for them. */
public final class PixelBudget {

	/** Deflate cannot reach more than 1032:1, so a file that promises more is broken or an attack. */
	private static final long LARGEST_RATIO = 1040;
	/** Below this a promise may be any ratio: it can do no harm. */
	private static final long ALWAYS_ALLOWED = 64L << 20;

	private PixelBudget() {}

	/**
	 * @param fileBytes what the file has left for pixels
	 * @throws ImageFormatException if the file is shorter than its header promises, or memory is
	 */
	public static void requireStored(RawLayout layout, long fileBytes) throws ImageFormatException {
		long needed = layout.storedBytes();
		if (needed > fileBytes)
			throw new ImageFormatException("The file is cut off or its header is wrong: " + layout.describe() + " needs " + needed
					+ " bytes of pixels, but only " + Math.max(0, fileBytes) + " are there.");
		requireMemory(layout);
	}

	/**
	 * @param fileBytes what the file has left for the compressed pixels
	 * @throws ImageFormatException if compressed pixels cannot grow to what the header promises, or memory cannot hold them
	 */
	public static void requireCompressed(RawLayout layout, long fileBytes) throws ImageFormatException {
		long needed = layout.storedBytes();
		if (needed > ALWAYS_ALLOWED && needed / LARGEST_RATIO > fileBytes)
			throw new ImageFormatException("The file is cut off or its header is wrong: " + layout.describe() + " needs " + needed
					+ " bytes of pixels, which " + Math.max(0, fileBytes) + " compressed bytes cannot hold.");
		requireMemory(layout);
	}

	/** @throws ImageFormatException if the pixels need more memory than the program may ever use */
	public static void requireMemory(RawLayout layout) throws ImageFormatException {
		long needed = layout.memoryBytes();
		long allowed = Runtime.getRuntime().maxMemory();
		if (needed > allowed)
			throw new ImageFormatException("The image needs " + (needed >> 20) + " MB of memory, but only " + (allowed >> 20)
					+ " MB may be used. Raise the limit in Edit > Options > Memory & Threads.");
	}
}
