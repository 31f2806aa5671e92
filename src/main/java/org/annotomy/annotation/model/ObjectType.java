package org.annotomy.annotation.model;

import java.util.Locale;

/** QuPath's kinds of objects: annotations are edited one by one, the others come in masses. */
public enum ObjectType {

	ANNOTATION, DETECTION, CELL, TILE;

	/** As written in GeoJSON. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}
}
