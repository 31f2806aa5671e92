package org.annotomy.annotation.model;

import org.annotomy.json.JsonObject;

/**
 * Members of other programs, kept as they were read and written back where they stood.
 *
 * @param feature beside {@code geometry} and {@code properties} (such as QuPath's {@code nucleusGeometry})
 * @param geometry in the geometry
 * @param properties in {@code properties}
 * @param annotomy in {@code properties.annotomy}: members of a newer version of ours
 */
public record ForeignMembers(JsonObject feature, JsonObject geometry, JsonObject properties, JsonObject annotomy) {

	public static final ForeignMembers NONE = new ForeignMembers(JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY,
			JsonObject.EMPTY);
}
