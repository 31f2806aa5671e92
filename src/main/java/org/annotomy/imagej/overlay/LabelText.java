package org.annotomy.imagej.overlay;

/** What is written beside the objects. */
public enum LabelText {
	NOTHING, NAME, CLASS, NAME_AND_CLASS
}
