package org.annotomy.followup;

import java.util.List;
import java.util.Objects;

import org.annotomy.annotation.protocol.FollowUpRole;

/**
 * One lesion over all time points.
 *
 * @param id what its marks share: the tracking UID, or an object's own id
 * @param name as shown, such as {@code T1}
 * @param role what it is in the follow-up
 * @param organ where it is, as the protocol's answer says; empty if nobody said
 * @param states one for each time point, in their order
 */
public record Lesion(String id, String name, FollowUpRole role, String organ, List<LesionState> states) {

	public Lesion {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(role, "role");
		Objects.requireNonNull(organ, "organ");
		states = List.copyOf(states);
	}
}
