package org.annotomy.command;

/** A command that reads the selection drawn on the image: the recorder writes the selection before it, exactly. */
public interface UsesSelection {}
