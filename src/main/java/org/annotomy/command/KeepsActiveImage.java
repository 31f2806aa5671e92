package org.annotomy.command;

/**
 * A command whose image is a by-product, such as a plot: a macro that called it goes on with the image that was active before. A person finds
 * it in front.
 */
public interface KeepsActiveImage {}
