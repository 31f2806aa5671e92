package org.annotomy.command.spec;

/** The options given to a command are wrong. The message says which, what was found and what is needed. */
public final class OptionException extends Exception {

	private final transient Option option;
	private final String problem;

	/** For what concerns no single option. */
	public OptionException(String problem) {
		super(problem);
		this.option = null;
		this.problem = problem;
	}

	/** @param problem a sentence that goes on after the name of the option and a colon */
	public OptionException(Option option, String problem) {
		super("Option " + option.key() + ": " + problem);
		this.option = option;
		this.problem = problem;
	}

	/** The option that is wrong; null if no single one is. */
	public Option option() {
		return option;
	}

	/** The message without the name of the option. */
	public String problem() {
		return problem;
	}
}
