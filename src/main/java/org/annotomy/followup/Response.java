package org.annotomy.followup;

/** How a disease responds to treatment, as RECIST 1.1 names it. */
public enum Response {

	/** All is gone. */
	COMPLETE("CR"),
	/** At least 30 % less than at baseline. */
	PARTIAL("PR"),
	/** Neither enough less nor enough more. */
	STABLE("SD"),
	/** At least 20 % and 5 mm more than at the smallest, or unequivocally more, or new. */
	PROGRESSIVE("PD"),
	/** Of lesions that are watched, not measured: still there, not unequivocally more. */
	NON_CR_NON_PD("non-CR/non-PD"),
	/** Not all that counts was evaluated. */
	NOT_EVALUABLE("NE"),
	/** There is nothing of the kind to respond. */
	NONE("-");

	private final String abbreviation;

	Response(String abbreviation) {
		this.abbreviation = abbreviation;
	}

	/** As tables say it. */
	public String abbreviation() {
		return abbreviation;
	}
}
