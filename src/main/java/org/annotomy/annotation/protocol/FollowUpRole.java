package org.annotomy.annotation.protocol;

import java.util.Locale;

/** What marks of a class are when a disease is followed over time (RECIST 1.1, Eisenhauer et al. 2009, doi:10.1016/j.ejca.2008.10.026). */
public enum FollowUpRole {

	/** Measured by its longest diameter. */
	TARGET,
	/** A lymph node measured by its short axis. */
	TARGET_NODE,
	/** Watched, not measured. */
	NON_TARGET,
	/** A lymph node that is watched, not measured. */
	NON_TARGET_NODE,
	/** Was not there at baseline. */
	NEW_LESION;

	/** As written in protocol files. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether its size counts. */
	public boolean isTarget() { return this == TARGET || this == TARGET_NODE; }

	/** Whether it is a lymph node, which is normal when its short axis is below 10 mm. */
	public boolean isNode() {
		return this == TARGET_NODE || this == NON_TARGET_NODE;
	}
}
