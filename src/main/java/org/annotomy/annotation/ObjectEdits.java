package org.annotomy.annotation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.shape.Shape;

/**
 * The everyday edits of objects, each one step of undo, used alike by mouse, key, command and macro. Ids that the document does not have
 * are passed over. All of them refuse locked objects (see {@link AnnotationDocument#apply}).
 */
public final class ObjectEdits {

	private final AnnotationDocument document;
	private final Instant now;

	/** @param now noted as the time of change */
	public ObjectEdits(AnnotationDocument document, Instant now) {
		this.document = document;
		this.now = now;
	}

	public Edit add(AnnotationObject object) {
		String className = object.classKey() == null
				? "object"
				: document.protocol().findClass(object.classKey()).map(c -> c.name()).orElse(object.classKey());
		return document.edit("Add " + className).put(object).apply();
	}

	/** Removes the objects, and the links that begin or end at them. */
	public Edit remove(Collection<UUID> ids) {
		EditBuilder edit = document.edit(ids.size() == 1 ? "Delete object" : "Delete " + ids.size() + " objects");
		edit.removeObjects(ids);
		for (Link link : document.links())
			if (ids.contains(link.from()) || ids.contains(link.to())) edit.removeLink(link.id());
		return edit.apply();
	}

	/** @param classKey class in the protocol, or null to take the class away */
	public Edit relabel(Collection<UUID> ids, String classKey) {
		return change("Change class", ids, object -> object.toBuilder().classKey(classKey).modifiedAt(now).build());
	}

	public Edit rename(Collection<UUID> ids, String name) {
		return change("Rename", ids, object -> object.toBuilder().name(name).modifiedAt(now).build());
	}

	public Edit comment(Collection<UUID> ids, String comment) {
		return change("Comment", ids, object -> object.toBuilder().comment(comment).modifiedAt(now).build());
	}

	/** @param value null takes the answer away */
	public Edit answer(Collection<UUID> ids, String attribute, AttributeValue value) {
		return change("Set " + attribute, ids, object -> object.toBuilder().attribute(attribute, value).modifiedAt(now).build());
	}

	public Edit lock(Collection<UUID> ids, boolean locked) {
		return change(locked ? "Lock" : "Unlock", ids, object -> object.toBuilder().locked(locked).build());
	}

	public Edit show(Collection<UUID> ids, boolean visible) {
		return change(visible ? "Show" : "Hide", ids,
				object -> object.toBuilder().appearance(object.appearance().withVisible(visible)).build());
	}

	/**
	 * @param opacity of the fill, 0 to 1
	 * @param seeThrough whether what lies behind shows through
	 */
	public Edit transparency(Collection<UUID> ids, double opacity, boolean seeThrough) {
		return change("Change transparency", ids, object -> object.toBuilder()
				.appearance(object.appearance().withOpacity(opacity).withSeeThrough(seeThrough)).build());
	}

	/** Puts the objects before all others, but for those that are said to lie in front of them. */
	public Edit bringToFront(Collection<UUID> ids) {
		int front = document.objects().stream().mapToInt(o -> o.appearance().order()).max().orElse(0) + 1;
		return new DepthEdits(document).reorder("Bring to front", ids, front, false);
	}

	/** Puts the objects behind all others, but for those that are said to lie behind them. */
	public Edit sendToBack(Collection<UUID> ids) {
		int back = document.objects().stream().mapToInt(o -> o.appearance().order()).min().orElse(0) - 1;
		return new DepthEdits(document).reorder("Send to back", ids, back, true);
	}

	public Edit status(Collection<UUID> ids, Status status) {
		return change("Mark as " + status.key(), ids,
				object -> object.toBuilder().provenance(object.provenance().withStatus(status)).modifiedAt(now).build());
	}

	/** Gives an object another outline. */
	public Edit reshape(UUID id, Shape shape) {
		return change("Edit outline", List.of(id), object -> object.toBuilder().shape(shape).modifiedAt(now).build());
	}

	public Edit move(Collection<UUID> ids, double dxPx, double dyPx) {
		return change("Move", ids,
				object -> object.toBuilder().shape(object.shape().translate(dxPx, dyPx)).modifiedAt(now).build());
	}

	/** Copies the objects, with new identities, to another plane. */
	public Edit duplicate(Collection<UUID> ids, Plane plane) {
		EditBuilder edit = document.edit("Duplicate");
		for (UUID id : ids)
			document.object(id).ifPresent(object -> edit.put(duplicateOf(object, plane)));
		return edit.apply();
	}

	private AnnotationObject duplicateOf(AnnotationObject object, Plane plane) {
		AnnotationObject.Builder copy = AnnotationObject.builder(object.shape(), plane).type(object.type())
				.classKey(object.classKey()).coding(object.coding())
				.name(object.name()).comment(object.comment()).attributes(object.attributes()).appearance(object.appearance())
				.parent(object.parent())
				.instance(object.instance()).window(object.window());
		return copy.provenance(new Provenance("duplicate", object.provenance().model(), object.provenance().rater(), now, now,
				null, Status.DRAFT)).build();
	}

	private Edit change(String name, Collection<UUID> ids, UnaryOperator<AnnotationObject> how) {
		return document.edit(name).change(ids, how).apply();
	}
}
