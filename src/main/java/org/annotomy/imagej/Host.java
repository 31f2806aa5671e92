package org.annotomy.imagej;

import ij.IJ;
import ij.ImageJ;

/** The program the suite runs in. */
public enum Host {
	IMAGEJ("ImageJ "), FIJI("Fiji, ImageJ ");

	private final String name;

	Host(String name) { this.name = name; }

	/** Fiji (and ImageJ2) where ImageJ stands on SciJava, else plain ImageJ. */
	public static Host current() {
		try {
			Class.forName("net.imagej.legacy.LegacyService", false, IJ.class.getClassLoader());
			return FIJI;
		} catch (ClassNotFoundException | LinkageError e) {
			return IMAGEJ;
		}
	}

	/** The name of the program and the version of its ImageJ. */
	public String description() {
		return name + ImageJ.VERSION;
	}
}
